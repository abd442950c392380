// Made of docs/openapi.json by `npm run -s openapi`: not to be edited.
export interface paths {
  '/api/v1/access-log': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What auditors have read, the latest first */
    get: operations['accessLogList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/accounts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Accounts by their login */
    get: operations['accountsList'];
    put?: never;
    /** Makes an account; its first password is shown this once, and is to be changed */
    post: operations['accountsMake'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/accounts/{account}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** An account: whose, for what, how long */
    get: operations['accountsRead'];
    /** Says anew whose it is, its role, its clients and its end; it counts at once */
    put: operations['accountsChange'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/accounts/{account}/disabling': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ends an account and its sessions at once */
    post: operations['accountsDisable'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/accounts/{account}/enabling': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Opens an account again that was disabled; its sessions stay ended */
    post: operations['accountsEnable'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/accounts/{account}/password-reset': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Gives a password to sign in with once, shown this once; its sessions end */
    post: operations['accountsReset'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/backtests': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Plays recorded facts under amended terms: of one contract at once, of all in the background
     * @description Shows which requests, misses, months, rights, invoices and amounts would have been otherwise.
     */
    post: operations['backtestsStart'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/backtests/{backtest}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A back-test over all contracts: how far it has come, and its result */
    get: operations['backtestsRead'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/bank/lines': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lines of all statements by their day, open ones with what they may pay */
    get: operations['bankList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/bank/lines/{line}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One line */
    get: operations['bankShow'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/bank/lines/{line}/book': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The line pays a contract: a payment is told to it, once */
    post: operations['bankBook'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/bank/lines/{line}/ignore': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The line pays no contract */
    post: operations['bankIgnore'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/bank/reconciliation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What came in by account and currency, and what became of it */
    get: operations['bankReconcile'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/bank/statements': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A bank statement, CSV or camt.053; lines that are known count once */
    post: operations['bankTake'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/changes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Which contracts change, as it happens: server-sent events `change` with `{"contract","sequence"}`, rehearsals included. For programs that must miss nothing there are /events and webhooks */
    get: operations['changesStream'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/checkpoints': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The signed checkpoints over all ledgers, the latest first */
    get: operations['checkpointsList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/checkpoints/{checkpoint}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A checkpoint by its number */
    get: operations['checkpointsGet'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/commands/{command}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A stored command: pending, applied or refused */
    get: operations['commandsRead'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Contracts, the newest first */
    get: operations['contractsList'];
    put?: never;
    /** Drafts a contract from a template */
    post: operations['contractsDraft'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A contract: parties, terms, signatures, the month under way, cap, termination right, settlement */
    get: operations['contractsRead'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/amendments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Drafts, and the amendments that are being signed, were agreed on, or came to nothing */
    get: operations['amendmentsList'];
    put?: never;
    /** Draws up an amendment; all that is wrong with it is said at once, also what the contract would refuse */
    post: operations['amendmentsDraft'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/amendments/{amendment}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** An amendment with everything that it changes */
    get: operations['amendmentsRead'];
    /** Changes a draft: the whole of it is given again */
    put: operations['amendmentsChange'];
    post?: never;
    /** Discards a draft */
    delete: operations['amendmentsDiscard'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/amendments/{amendment}/agree': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Both parties have signed it elsewhere: it takes effect at its day */
    post: operations['amendmentsAgree'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/amendments/{amendment}/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The rest of the term with the amendment and without it, and a back-test of it on the months that passed */
    get: operations['amendmentsPreview'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/amendments/{amendment}/send': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Makes its document and sends it for signing */
    post: operations['amendmentsSend'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/archive': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Everything on paper as one ZIP file: documents, the ledger as JSON lines, a manifest with hashes. Asked for again, the same bytes */
    get: operations['documentsArchive'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/bundle': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All evidence of a contract as one signed archive (ZIP): ledger, receipts, rules, documents, histories, proofs, and a verifier that needs no server */
    get: operations['bundlesBundle'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/charges': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Service credits of months, penalties of delays and interest on late payments: fixed, and accruing */
    get: operations['chargesList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/clauses': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The contract's text, with its parties and values filled in, as it holds at an instant */
    get: operations['clausesRead'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/clock': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Moves a manual clock: everything due by then happens, in the order of the contract */
    post: operations['clockMove'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/decisions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The decisions of the rules: priorities, penalties and charges */
    get: operations['decisionsList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/decisions/{sequence}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One decision with its receipt */
    get: operations['decisionsRead'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/decisions/{sequence}/verification': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Runs the contract's rules again on the recorded facts and compares every member of the receipt */
    get: operations['decisionsVerify'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/decline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** One party declines to sign */
    post: operations['signingDecline'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/documents': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The documents of a contract in the order of its ledger, and what is not made yet */
    get: operations['documentsList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/documents/{sha256}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A document, byte for byte */
    get: operations['documentsGet'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/envelopes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All signings of a contract: who signs, and what has happened */
    get: operations['envelopesList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/envelopes/{envelope}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One signing, step by step */
    get: operations['envelopesRead'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/envelopes/{envelope}/document': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The document that is signed, as it was sent */
    get: operations['envelopesDocument'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/envelopes/{envelope}/evidence': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The certificate of a signing that is over, whichever way it ended */
    get: operations['envelopesEvidence'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/envelopes/{envelope}/signed': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The final document with all signatures, sealed */
    get: operations['envelopesSigned'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/envelopes/{envelope}/signers/{signer}/link': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A link for a signer who is asked to sign, to be handed over by other means than mail
     * @description Earlier links of the signer end with it. The answer is never kept: repeated under the same Idempotency-Key, the call gives another link.
     */
    post: operations['envelopesLink'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/envelopes/{envelope}/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Takes back what was sent: nobody can sign it any more */
    post: operations['envelopesWithdraw'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/foreseen-request': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The priority that a request would have by the rules of the contract, why, and its deadlines; writes nothing */
    get: operations['foreseenRequestRead'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/histories': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The runs of the workflows of a contract and its requests, in the order in which they began */
    get: operations['historiesList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/histories/{run}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The events of a run as they were exported, byte for byte, else as Temporal tells them now; payloads as they are encrypted */
    get: operations['historiesRead'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/histories/timeline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All runs told as one, the earliest first: who, what, why, on which facts, and what was done by hand */
    get: operations['historiesTimeline'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/invoices': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The invoices of a contract, in the order of their months */
    get: operations['invoicesList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/invoices/{period}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The invoice that a month names */
    get: operations['invoicesRead'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/invoices/{period}/e-invoice': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** An invoice, or its credit note, as the fields of the Chinese e-invoice */
    get: operations['electronicInvoiceRead'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/ledger': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The entries of the ledger, each with the hash of the one before it */
    get: operations['ledgerList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/ledger/{sequence}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One entry, in words, and the receipts of what was decided in it */
    get: operations['ledgerRead'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/ledger/proof': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The proof that a checkpoint, else the latest one, saw this ledger, and up to which entry */
    get: operations['ledgerProofProof'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/ledger/verification': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Checks the chain, folds the ledger again, and compares it with what is shown */
    get: operations['ledgerVerify'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/mails': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The letters of a contract, the oldest first, and what became of them */
    get: operations['mailsList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/mails/{mail}/retry': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Queues a letter again that was given up. It keeps its Message-ID */
    post: operations['mailsRetry'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/misses': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All misses in the order of the contract: penalty, cap, waiver, and the receipt of the decision */
    get: operations['missesList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/months': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The months of the term: fee, and for those closed what they were assessed as */
    get: operations['monthsList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/obligations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The obligations of a contract: due, performed, how late, and what the delay costs */
    get: operations['obligationsList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/obligations/{obligation}/excuses': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Days of a delay are excused, such as for force majeure: its due day moves on. Never by the desk */
    post: operations['obligationsExcuse'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/obligations/{obligation}/performance': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The provider has performed an obligation; what a delay has cost is fixed */
    post: operations['obligationsPerform'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/payments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Payments received, and paid out in the settlement */
    get: operations['paymentsList'];
    put?: never;
    /** The client has paid */
    post: operations['paymentsReceive'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/payouts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What the settlement owes the client was paid out */
    post: operations['paymentsPayOut'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/receipts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The receipts of priorities, deadlines, misses, penalties, months, termination rights, invoices */
    get: operations['receiptsList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/receipts/{receipt}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One receipt */
    get: operations['receiptsRead'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/receipts/{receipt}/verification': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Makes the decision again from the ledger and the rules and compares it with its receipt, to the letter */
    get: operations['receiptsVerify'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/renewals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether and how the contract goes on: notice day, objection, and what came of it */
    get: operations['renewalsRead'];
    put?: never;
    /** Drafts the contract that follows this one, to be sent and signed like any other */
    post: operations['renewalsDraft'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/renewals/objection': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A party says in time that it does not want the contract to go on */
    post: operations['renewalsObject'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/reports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The reports of the months that have closed */
    get: operations['reportsList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/reports/{period}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The report of a month: requests, attainment and average times by priority, ratings */
    get: operations['reportsRead'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/reports/{period}/submission': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The report was submitted to the client */
    post: operations['reportsSubmit'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/requests': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The requests of a contract, in the order in which they were put on record */
    get: operations['requestsList'];
    put?: never;
    /** Puts a request on record: classified by the rules of clause 2.2, its deadlines set */
    post: operations['requestsRecord'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/requests/{request}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A request: priority with its receipt, targets with the proof of their deadlines, what can be done */
    get: operations['requestsRead'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/requests/{request}/actions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Does something with a request: respond, workaround, path, resolve, close, reopen, pause, resume, reclassify, rate */
    post: operations['requestsAct'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/requests/{request}/attachments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The files of a request, in the order in which they came */
    get: operations['attachmentsList'];
    put?: never;
    /** Attaches a file, at most 10 MiB; the same bytes once: then they are answered with 200 */
    post: operations['attachmentsAdd'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/requests/{request}/attachments/{attachment}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A file of a request, byte for byte, to be saved */
    get: operations['attachmentsGet'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/requests/{request}/what-if': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What would become of a request, its penalties and the month if something happened to it, or nothing did; writes nothing */
    get: operations['whatIfRead'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/send': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sends the draft for signing: makes the document, names the signers, invites those whose turn it is */
    post: operations['signingSend'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/shadows': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The shadows of a contract, those started last first */
    get: operations['shadowsList'];
    put?: never;
    /** Starts a shadow: a template version or an amendment runs beside the contract */
    post: operations['shadowsStart'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/shadows/{shadow}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What a shadow makes of everything recorded so far, and its report of each month that has closed since */
    get: operations['shadowsRead'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/shadows/{shadow}/stop': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Stops a shadow: it keeps what it has come to */
    post: operations['shadowsStop'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/signatures': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A signature told by a system that is trusted to; with the last one the contract is made */
    post: operations['signingSign'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/statements': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The statements of the months that have closed, the oldest first */
    get: operations['statementsList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/statements/{period}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One statement: its lines, what is contested, who has accepted it */
    get: operations['statementsRead'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/statements/{period}/acceptance': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A party accepts the statement, but for what it contests */
    post: operations['statementsAccept'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/statements/{period}/contests': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A party contests a line: it is held out until it is decided */
    post: operations['statementsContest'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/statements/{period}/decisions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Decides a contested line. Not by the one who contested it */
    post: operations['statementsDecide'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/story': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether the workflow histories, the ledger, what is shown and the documents tell one story; nothing is repaired */
    get: operations['storyRead'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/termination': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Streak, rights and deciding requests, the notice ready to be sent, notices and agreements */
    get: operations['terminationRead'];
    put?: never;
    /** The client exercises the termination right of clause 2.6, or both parties agree on an end */
    post: operations['signingTerminate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/termination/agreements': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sends an agreement to end the contract for signing; it counts when all have signed */
    post: operations['terminationAgree'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/termination/foreseen': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What ending the contract in a way would bring: when, the months and fees that fall away, the settlement; writes nothing */
    get: operations['foreseenEndRead'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/termination/notice': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A party ends the contract without a ground, where the contract lets it */
    post: operations['terminationNotice'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/termination/right-waiver': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The client gives up, in writing, the right that it could exercise now */
    post: operations['terminationWaiveRight'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/terms': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What holds at an instant of the past or the future, by what is agreed on so far */
    get: operations['termsRead'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/timeline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What happened, and what is ahead, in sentences of both languages */
    get: operations['timelineRead'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/waivers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Asks to waive a miss. Somebody else has to give it; never the desk */
    post: operations['missesPropose'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contracts/{contract}/waivers/approval': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Gives a waiver that somebody else has asked for: no penalty, and its month is assessed again */
    post: operations['missesApprove'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/desk/queue': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Open requests by what hangs on their next deadline: cost if it is missed, cap room, whether it decides a right to terminate */
    get: operations['deskRead'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/desk/termination-rights': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How near each contract is to a right to terminate, and the rights that there are, by contract */
    get: operations['deskTerminationRights'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/documents/by-hash/{sha256}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What a file is, by the hash of its bytes: of which contract, what for, and when */
    get: operations['documentsByHashFind'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/event-types': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The types of events, each with a JSON Schema of its data */
    get: operations['eventsTypes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The events of all contracts that the caller reaches, the oldest first; none is skipped, none moves */
    get: operations['eventsList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/intake/mail': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A mail as it came, at most 10 MiB: becomes a request of the contract that it is about, once for each Message-ID */
    post: operations['intakeTake'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/keys': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Keys that were made here, by their name; never their secrets */
    get: operations['keysList'];
    put?: never;
    /** Makes a key for a role, for some clients or all; its secret is shown this once */
    post: operations['keysMake'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/keys/{key}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A key: whose, for what, how long, when it was last used */
    get: operations['keysRead'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/keys/{key}/revocation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ends a key at once and for good */
    post: operations['keysRevoke'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/keys/{key}/rotation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Gives the key a new secret, shown this once; the one before is good a while longer */
    post: operations['keysRotate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/operations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Operations, the newest first: those of the caller, or all for who reaches all clients */
    get: operations['operationsList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/operations/{operation}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How far an operation is */
    get: operations['operationsRead'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/operations/{operation}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Skips every line that was not begun; what is done stays done, what was begun is finished */
    post: operations['operationsCancel'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/operations/{operation}/results': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What each line came to; with `Accept: application/x-ndjson` all at once, a line each */
    get: operations['operationsResults'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/operations/contract-starts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Starts many contracts: NDJSON, each line what POST /contracts takes and perhaps a `reference` of the caller’s own. At most 8 MiB, 5,000 lines, 64 KiB a line */
    post: operations['operationsStart'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/policy': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who may call what, and how far each route reaches */
    get: operations['policyRead'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/portfolio': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Figures over all contracts that the caller reaches, and by client: requests, service level, penalties, money, what expires */
    get: operations['portfolioRead'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/requests': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Requests of all contracts: by their next deadline, or the newest first */
    get: operations['allRequestsList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Signs in: the answer sets the cookie of the session */
    post: operations['sessionsEnter'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sessions/current': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who is signed in, and until when */
    get: operations['sessionsRead'];
    put?: never;
    post?: never;
    /** Signs out: the session ends at once */
    delete: operations['sessionsLeave'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sessions/current/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Chooses another password; all other sessions of the account end */
    put: operations['sessionsChoosePassword'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sessions/demo': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The roles that whoever sits at the machine of a demonstration may enter as; none elsewhere */
    get: operations['sessionsDemo'];
    put?: never;
    /** Enters a demonstration without a password: the answer sets the cookie of the session */
    post: operations['sessionsEnterDemo'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/templates': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The contract templates there are, with their versions */
    get: operations['templatesList'];
    put?: never;
    /** Imports a package as a draft; what is wrong with its files is said all at once */
    post: operations['templatesImport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/templates/{template}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A template: parameters with types, limits, defaults and help, clauses, rules, targets, terms */
    get: operations['templatesRead'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/templates/{template}/diff': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What one version changes of another, or of one of its base, as data and as a redline to read */
    get: operations['templatesDiff'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/templates/{template}/versions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The versions of a template, the newest number first */
    get: operations['versionsList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/templates/{template}/versions/{version}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A version: state, hash, author and reviewer, proof and acceptance results, history, what a variant changes */
    get: operations['versionsRead'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/templates/{template}/versions/{version}/explain': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Decides by hypothetical facts, and says in both languages and as data why it came out so */
    post: operations['versionChecksExplain'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/templates/{template}/versions/{version}/package': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Exports the files of a version */
    get: operations['versionsExport'];
    /** Replaces a draft's files */
    put: operations['versionsEdit'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/templates/{template}/versions/{version}/prove': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Runs the proof of the rules now, of the version or of files that are not saved yet; what fails comes with a counter-example */
    post: operations['versionChecksProve'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/templates/{template}/versions/{version}/rehearse': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A whole sample term under the version, or under files that are not saved yet: invoices, misses, penalties, reports, termination right, and the story in both languages */
    post: operations['versionChecksRehearse'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/templates/{template}/versions/{version}/test': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Runs the acceptance cases now, of the version or of files that are not saved yet; each with where it differs from what was expected */
    post: operations['versionChecksTest'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/templates/{template}/versions/{version}/transitions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Submits, withdraws, returns, approves, retires or discards a version
     * @description Author and reviewer are two people. An approval runs the proof and the acceptance cases, and publishes only when all of them hold.
     */
    post: operations['versionsTransition'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhooks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Endpoints that events are sent to, by their ids; never their secrets */
    get: operations['webhooksList'];
    put?: never;
    /**
     * Makes an endpoint: it hears of what is recorded from now on. Its secret is shown this once
     * @description A delivery is tried at once, 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 10 h after the attempt before it (each delay up to a tenth longer),
     *     then it is dead. An attempt has 15 seconds; 2xx is success, redirects are not followed, 410 disables the endpoint.
     */
    post: operations['webhooksMake'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhooks/{webhook}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** An endpoint: where, what it hears of, and whether it is enabled */
    get: operations['webhooksRead'];
    /** Changes an endpoint, and enables or disables it. What waits goes to where it is then */
    put: operations['webhooksChange'];
    post?: never;
    /** Disables an endpoint. Its deliveries stay; what waits for it is dead */
    delete: operations['webhooksDisable'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhooks/{webhook}/deliveries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The deliveries of an endpoint, the newest first */
    get: operations['deliveriesList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhooks/{webhook}/deliveries/{delivery}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A delivery with its attempts: when, what was answered, why it failed */
    get: operations['deliveriesRead'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhooks/{webhook}/deliveries/{delivery}/replay': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sends a dead delivery again, from the beginning of the retry table */
    post: operations['deliveriesReplay'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhooks/{webhook}/replay': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sends all dead deliveries of the endpoint again */
    post: operations['deliveriesReplayAll'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhooks/{webhook}/rotation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Gives the endpoint a new secret, shown this once; the one before signs a while longer as well */
    post: operations['webhooksRotate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhooks/{webhook}/test': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sends a test event, pacta.webhook.test.v1 */
    post: operations['deliveriesTest'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/whoami': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The name and role of the key, and what it may call */
    get: operations['whoamiRead'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/health': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether PostgreSQL and Temporal can be reached */
    get: operations['healthRead'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/health/live': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** That this process does its work: where no answer comes, it is to be started anew */
    get: operations['healthLive'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/health/ready': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether this process is to be given requests */
    get: operations['healthReady'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    AcceptanceReport: {
      cases: {
        /** @description Where something else came out than was expected */
        differences: string[];
        /** @description Why the case could not be run */
        faults: {
          allowed: string;
          path: string;
          problem: string;
        }[];
        name: string;
        passed: boolean;
      }[];
      passed: boolean;
    };
    AccessLogPage: {
      items: {
        /**
         * Format: date-time
         * @example 2025-01-06T01:15:00Z
         */
        at: string;
        caller: string;
        id: string;
        ids: {
          [key: string]: string;
        };
        role: string;
        route: string;
      }[];
      /** @description The cursor of the next page; null on the last */
      next: string | null;
    };
    Account: {
      clients: string[] | null;
      /**
       * Format: date-time
       * @example 2025-01-06T01:15:00Z
       */
      createdAt: string;
      createdBy: string;
      disabledAt: string | null;
      disabledBy: string | null;
      expiresAt: string | null;
      id: string;
      login: string;
      name: string;
      /** @description Until when the password that somebody else has given is good; null once its owner has chosen one */
      oneTimeUntil: string | null;
      /** @enum {string} */
      role: 'administrator' | 'reviewer' | 'desk' | 'billing' | 'integration' | 'auditor' | 'party';
    };
    AccountChange: {
      /** @description The clients it is limited to. Left out: all */
      clients?: string[];
      /**
       * Format: date-time
       * @description Until when it is good. An auditor’s account must have one
       */
      expiresAt?: string;
      /** @description How the console greets; kept nowhere but here */
      name: string;
      /** @enum {string} */
      role: 'administrator' | 'reviewer' | 'desk' | 'billing' | 'integration' | 'auditor' | 'party';
    };
    AccountPage: {
      items: components['schemas']['Account'][];
      /** @description The cursor of the next page; null on the last */
      next: string | null;
    };
    AccountWithPassword: {
      clients: string[] | null;
      /**
       * Format: date-time
       * @example 2025-01-06T01:15:00Z
       */
      createdAt: string;
      createdBy: string;
      disabledAt: string | null;
      disabledBy: string | null;
      expiresAt: string | null;
      id: string;
      login: string;
      name: string;
      /** @description To sign in once and choose another. It is shown this once and kept nowhere */
      oneTimePassword: string;
      /** @description Until when the password that somebody else has given is good; null once its owner has chosen one */
      oneTimeUntil: string | null;
      /** @enum {string} */
      role: 'administrator' | 'reviewer' | 'desk' | 'billing' | 'integration' | 'auditor' | 'party';
    };
    /** @description `template` {id, version}, in whatever state; `parameters` by name; `calendar`, a calendar file; `targets` by priority; `rules` by `priority` or the id of a consequence. One at least */
    Amendment: {
      [key: string]: unknown;
    };
    AmendmentAgreement: {
      /**
       * Format: date-time
       * @description When it counts. Left out: now, or for a contract with a manual clock the instant up to which it is accounted for
       */
      at?: string;
    };
    AmendmentChanges: {
      /** @description The clauses whose words change, word by word */
      clauses: {
        /** @enum {string} */
        kind: 'added' | 'removed' | 'changed';
        number: string;
        /** @description What is not `inserted` is the text before, not `deleted` after */
        text: {
          en: {
            /** @enum {string} */
            kind: 'same' | 'deleted' | 'inserted';
            text: string;
          }[];
          'zh-CN': {
            /** @enum {string} */
            kind: 'same' | 'deleted' | 'inserted';
            text: string;
          }[];
        };
        title: {
          en: string;
          'zh-CN': string;
        };
      }[];
      monthlyFee: {
        after: string | null;
        before: string | null;
      };
      /** @description The months whose fees change; null where the term has no such month */
      months: {
        after: string | null;
        before: string | null;
        /** @example 2025-01 */
        period: string;
      }[];
      parameters: {
        /** @description Null where it has none any more */
        after: {
          text: {
            en: string;
            'zh-CN': string;
          };
          value: string | number;
        } | null;
        /** @description Null where the contract had none */
        before: {
          text: {
            en: string;
            'zh-CN': string;
          };
          value: string | number;
        } | null;
        clause: string;
        label: {
          en: string;
          'zh-CN': string;
        };
        parameter: string;
      }[];
      rules: {
        after: string | null;
        before: string | null;
        decides: string;
      }[];
      targets: ({
        path: string;
      } & {
        [key: string]: unknown;
      })[];
      totalAmount: {
        after: string | null;
        before: string | null;
      };
    };
    AmendmentLine: {
      agreedAt: string | null;
      /**
       * Format: date-time
       * @example 2025-01-06T01:15:00Z
       */
      effectiveAt: string;
      /**
       * Format: date
       * @example 2025-01-31
       */
      effectiveDate: string;
      /** @example A-1 */
      id: string;
      reason: string;
      /** @enum {string} */
      status: 'draft' | 'signing' | 'agreed' | 'effective' | 'declined' | 'withdrawn' | 'lapsed';
    };
    AmendmentList: {
      items: components['schemas']['AmendmentLine'][];
      /** @description The cursor of the next page; null on the last */
      next: string | null;
    };
    AmendmentPreview: {
      amendment: string;
      /**
       * Format: date-time
       * @example 2025-01-06T01:15:00Z
       */
      asOf: string;
      /** @description What is assumed of the time that is to come */
      assumes: {
        en: string;
        'zh-CN': string;
      };
      /** @description What it would have made of everything recorded, had it held from the beginning */
      backtest: components['schemas']['BacktestComparison'] | null;
      /** @description Why there is no back-test */
      backtestFaults: {
        allowed: string;
        path: string;
        problem: string;
      }[];
      /** @description Those that are to come, without the amendment and with it */
      invoices: {
        /** @example 2025-01 */
        period: string;
        with: {
          /**
           * @description Yuan with two decimals
           * @example 20000.00
           */
          amount: string;
          /**
           * @description Yuan with two decimals
           * @example 20000.00
           */
          credited: string;
          /**
           * Format: date-time
           * @example 2025-01-06T01:15:00Z
           */
          dueAt: string;
          /**
           * @description Yuan with two decimals
           * @example 20000.00
           */
          interest: string;
          /**
           * Format: date-time
           * @example 2025-01-06T01:15:00Z
           */
          issuedAt: string;
          /**
           * @description Yuan with two decimals
           * @example 20000.00
           */
          payable: string;
        } | null;
        without: {
          /**
           * @description Yuan with two decimals
           * @example 20000.00
           */
          amount: string;
          /**
           * @description Yuan with two decimals
           * @example 20000.00
           */
          credited: string;
          /**
           * Format: date-time
           * @example 2025-01-06T01:15:00Z
           */
          dueAt: string;
          /**
           * @description Yuan with two decimals
           * @example 20000.00
           */
          interest: string;
          /**
           * Format: date-time
           * @example 2025-01-06T01:15:00Z
           */
          issuedAt: string;
          /**
           * @description Yuan with two decimals
           * @example 20000.00
           */
          payable: string;
        } | null;
      }[];
      with: {
        /**
         * @description Yuan with two decimals
         * @example 20000.00
         */
        credited: string;
        /**
         * Format: date-time
         * @example 2025-01-06T01:15:00Z
         */
        endsAt: string;
        failedMonths: number;
        /**
         * @description Yuan with two decimals
         * @example 20000.00
         */
        invoiced: string;
        /**
         * @description Yuan with two decimals
         * @example 20000.00
         */
        payable: string;
        /**
         * @description Penalties of misses that stand by then
         * @example 20000.00
         */
        penalties: string;
        penaltyCap: string | null;
        status: string;
        /**
         * @description Yuan with two decimals
         * @example 20000.00
         */
        totalAmount: string;
      };
      without: {
        /**
         * @description Yuan with two decimals
         * @example 20000.00
         */
        credited: string;
        /**
         * Format: date-time
         * @example 2025-01-06T01:15:00Z
         */
        endsAt: string;
        failedMonths: number;
        /**
         * @description Yuan with two decimals
         * @example 20000.00
         */
        invoiced: string;
        /**
         * @description Yuan with two decimals
         * @example 20000.00
         */
        payable: string;
        /**
         * @description Penalties of misses that stand by then
         * @example 20000.00
         */
        penalties: string;
        penaltyCap: string | null;
        status: string;
        /**
         * @description Yuan with two decimals
         * @example 20000.00
         */
        totalAmount: string;
      };
    };
    AmendmentSending: {
      /**
       * Format: date-time
       * @description When it counts. Left out: now, or for a contract with a manual clock the instant up to which it is accounted for
       */
      at?: string;
      mostReminders?: number;
      /** @description 0 for no reminders. Left out, what the terms say */
      remindEveryDays?: number;
      /** @description Who signs; at least one for each party. Left out, the contact person of each party */
      signers?: {
        /** Format: email */
        email: string;
        name: string;
        /** @enum {string} */
        party: 'client' | 'provider';
        title: string;
        /** @description Those of one turn sign side by side; a higher turn is invited when all lower ones have signed. Left out, 1 */
        turn?: number;
      }[];
    };
    Attachment: {
      /**
       * Format: date-time
       * @example 2025-01-06T01:15:00Z
       */
      addedAt: string;
      addedBy: string;
      address: string;
      fileName: string;
      /** @description By its first bytes */
      mediaType: string;
      /** @example sha256:0000000000000000000000000000000000000000000000000000000000000000 */
      sha256: string;
      size: number;
      /**
       * @description `mail`: a file of the mail that became the request; `original`: that mail, as it came
       * @enum {string}
       */
      source: 'upload' | 'mail' | 'original';
    };
    AttachmentList: {
      items: components['schemas']['Attachment'][];
      /** @description The cursor of the next page; null on the last */
      next: string | null;
    };
    Backtest: {
      /**
       * Format: date-time
       * @example 2025-01-06T01:15:00Z
       */
      askedAt: string;
      askedBy: string;
      error: string | null;
      finishedAt: string | null;
      id: string;
      progress: {
        contracts: number;
        ofContracts: number;
        ofRequests: number;
        requests: number;
      } | null;
      result: {
        /** @description Those that would have been otherwise */
        contracts: {
          after: components['schemas']['BacktestFigures'] | null;
          before: components['schemas']['BacktestFigures'] | null;
          contract: string;
          misses: number;
          months: number;
          problem: string | null;
          refused: number;
          reproduced: boolean | null;
          requests: number;
          rights: number;
        }[];
        /** @description How many more would have been otherwise than are listed */
        leftOut: number;
        total: components['schemas']['BacktestTotal'];
      } | null;
      /** @enum {string} */
      state: 'queued' | 'running' | 'done' | 'failed';
    };
    BacktestComparison: {
      after: components['schemas']['BacktestFigures'];
      before: components['schemas']['BacktestFigures'];
      changed: boolean;
      charges: {
        after: {
          /** @description Yuan with two decimals, may be less than nothing */
          amount: string;
          capped: boolean;
        } | null;
        before: {
          /** @description Yuan with two decimals, may be less than nothing */
          amount: string;
          capped: boolean;
        } | null;
        key: string;
      }[];
      /**
       * Format: date-time
       * @example 2025-01-06T01:15:00Z
       */
      comparedAt: string;
      contract: string;
      differs: string[];
      invoices: {
        after: {
          /**
           * @description Yuan with two decimals
           * @example 20000.00
           */
          amount: string;
          /**
           * @description Yuan with two decimals
           * @example 20000.00
           */
          credited: string;
          /**
           * Format: date-time
           * @example 2025-01-06T01:15:00Z
           */
          dueAt: string;
          /**
           * @description Yuan with two decimals
           * @example 20000.00
           */
          interest: string;
          /**
           * Format: date-time
           * @example 2025-01-06T01:15:00Z
           */
          issuedAt: string;
          /** @description Yuan with two decimals, may be less than nothing */
          payable: string;
        } | null;
        before: {
          /**
           * @description Yuan with two decimals
           * @example 20000.00
           */
          amount: string;
          /**
           * @description Yuan with two decimals
           * @example 20000.00
           */
          credited: string;
          /**
           * Format: date-time
           * @example 2025-01-06T01:15:00Z
           */
          dueAt: string;
          /**
           * @description Yuan with two decimals
           * @example 20000.00
           */
          interest: string;
          /**
           * Format: date-time
           * @example 2025-01-06T01:15:00Z
           */
          issuedAt: string;
          /** @description Yuan with two decimals, may be less than nothing */
          payable: string;
        } | null;
        key: string;
      }[];
      misses: {
        after: {
          /**
           * Format: date-time
           * @example 2025-01-06T01:15:00Z
           */
          at: string;
          capped: boolean;
          /**
           * @description Yuan with two decimals
           * @example 20000.00
           */
          penalty: string;
          /** @example 2025-01 */
          period: string;
          request: string;
          target: string;
          waived: boolean;
        } | null;
        before: {
          /**
           * Format: date-time
           * @example 2025-01-06T01:15:00Z
           */
          at: string;
          capped: boolean;
          /**
           * @description Yuan with two decimals
           * @example 20000.00
           */
          penalty: string;
          /** @example 2025-01 */
          period: string;
          request: string;
          target: string;
          waived: boolean;
        } | null;
        key: string;
      }[];
      months: {
        after: {
          failed: boolean;
          misses: number;
          streak: number;
          waived: number;
        } | null;
        before: {
          failed: boolean;
          misses: number;
          streak: number;
          waived: number;
        } | null;
        key: string;
      }[];
      notCarried: string[];
      obligations: {
        after: {
          daysLate: number;
          /**
           * Format: date-time
           * @example 2025-01-06T01:15:00Z
           */
          dueAt: string;
          missed: boolean;
        } | null;
        before: {
          daysLate: number;
          /**
           * Format: date-time
           * @example 2025-01-06T01:15:00Z
           */
          dueAt: string;
          missed: boolean;
        } | null;
        key: string;
      }[];
      /** @description Recorded facts that would no longer be possible, with why */
      refused: {
        allowed: string;
        /**
         * Format: date-time
         * @example 2025-01-06T01:15:00Z
         */
        at: string;
        code: string;
        member: string;
        problem: string;
        request: string | null;
        sequence: number;
        type: string;
      }[];
      reports: {
        after: {
          /**
           * Format: date-time
           * @example 2025-01-06T01:15:00Z
           */
          dueAt: string;
          late: boolean;
        } | null;
        before: {
          /**
           * Format: date-time
           * @example 2025-01-06T01:15:00Z
           */
          dueAt: string;
          late: boolean;
        } | null;
        key: string;
      }[];
      /** @description Whether the re-run of the terms as they are gives what is recorded; if not, `differs` says where */
      reproduced: boolean | null;
      requests: {
        priority: {
          after: string | null;
          before: string | null;
        };
        request: string;
        targets: {
          after: {
            dueAt: string | null;
            /** @enum {string} */
            outcome: 'met' | 'missed' | 'pending' | 'withdrawn';
          } | null;
          before: {
            dueAt: string | null;
            /** @enum {string} */
            outcome: 'met' | 'missed' | 'pending' | 'withdrawn';
          } | null;
          key: string;
        }[];
      }[];
      rights: {
        after: {
          /**
           * Format: date-time
           * @example 2025-01-06T01:15:00Z
           */
          arisenAt: string;
          exercisedAt: string | null;
          /** @enum {string} */
          ground: 'failedMonths' | 'delay';
          /**
           * Format: date-time
           * @example 2025-01-06T01:15:00Z
           */
          lapsesAt: string;
          periods: string[];
        } | null;
        before: {
          /**
           * Format: date-time
           * @example 2025-01-06T01:15:00Z
           */
          arisenAt: string;
          exercisedAt: string | null;
          /** @enum {string} */
          ground: 'failedMonths' | 'delay';
          /**
           * Format: date-time
           * @example 2025-01-06T01:15:00Z
           */
          lapsesAt: string;
          periods: string[];
        } | null;
        key: string;
      }[];
      /** @description The recorded end, where the amended contract would have gone on: compared as of then */
      runsOnAt: string | null;
      settlement: {
        after: {
          /**
           * Format: date-time
           * @example 2025-01-06T01:15:00Z
           */
          at: string;
          /** @description Yuan with two decimals, may be less than nothing */
          interest: string;
          /** @description Yuan with two decimals, may be less than nothing */
          outstanding: string;
          /**
           * @description Yuan with two decimals
           * @example 20000.00
           */
          penaltiesPaidOut: string;
          /**
           * @description Yuan with two decimals
           * @example 20000.00
           */
          refund: string;
        } | null;
        before: {
          /**
           * Format: date-time
           * @example 2025-01-06T01:15:00Z
           */
          at: string;
          /** @description Yuan with two decimals, may be less than nothing */
          interest: string;
          /** @description Yuan with two decimals, may be less than nothing */
          outstanding: string;
          /**
           * @description Yuan with two decimals
           * @example 20000.00
           */
          penaltiesPaidOut: string;
          /**
           * @description Yuan with two decimals
           * @example 20000.00
           */
          refund: string;
        } | null;
        key: string;
      }[];
      status: {
        after: string;
        before: string;
      };
      zone: string;
    };
    BacktestFigures: {
      /**
       * @description Yuan with two decimals
       * @example 20000.00
       */
      credited: string;
      /** @description Yuan with two decimals, may be less than nothing */
      credits: string;
      failedMonths: number;
      /** @description Yuan with two decimals, may be less than nothing */
      interest: string;
      /**
       * @description Yuan with two decimals
       * @example 20000.00
       */
      invoiced: string;
      misses: number;
      /** @description Yuan with two decimals, may be less than nothing */
      payable: string;
      /**
       * @description Yuan with two decimals
       * @example 20000.00
       */
      penalties: string;
      requests: number;
      rights: number;
      waived: number;
    };
    BacktestTotal: {
      after: components['schemas']['BacktestFigures'];
      before: components['schemas']['BacktestFigures'];
      changed: number;
      contracts: number;
      failed: number;
      invoices: {
        arisen: number;
        changed: number;
        gone: number;
      };
      misses: {
        arisen: number;
        changed: number;
        gone: number;
      };
      months: {
        arisen: number;
        changed: number;
        gone: number;
      };
      notReproduced: number;
      refused: number;
      requests: number;
      requestsChanged: number;
      rights: {
        arisen: number;
        changed: number;
        gone: number;
      };
    };
    BankLine: {
      account: string;
      /**
       * @description Less than nothing for a debit
       * @example 20000.00
       */
      amount: string;
      bankReference: string | null;
      /**
       * @description Yuan with two decimals
       * @example 20000.00
       */
      booked: string;
      /**
       * Format: date
       * @example 2025-01-31
       */
      bookedOn: string;
      bookings: {
        /**
         * @description Yuan with two decimals
         * @example 20000.00
         */
        amount: string;
        /**
         * Format: date-time
         * @example 2025-01-06T01:15:00Z
         */
        bookedAt: string;
        bookedBy: string;
        command: string;
        contract: string;
        reference: string;
        /** @description The last entry of the ledger that it wrote; null while there is none */
        sequence: number | null;
        /** @enum {string} */
        status: 'pending' | 'applied' | 'refused';
      }[];
      currency: string;
      endToEndId: string | null;
      /** @description Why it is no payment to us */
      foreignReason: ('currency' | 'debit' | 'reversal') | null;
      ignored: {
        /**
         * Format: date-time
         * @example 2025-01-06T01:15:00Z
         */
        at: string;
        by: string;
        reason: string;
      } | null;
      line: string;
      payerAccount: string | null;
      payerName: string | null;
      /** @description The best founded first; of open lines only */
      proposals: components['schemas']['BankProposal'][];
      reference: string | null;
      /** @description Lines of the same account, day and amount, one of them without a bank reference: perhaps the same money */
      resembles: string[];
      /**
       * @description What is not booked of it
       * @example 20000.00
       */
      rest: string;
      /** @enum {string} */
      status: 'open' | 'booked' | 'ignored' | 'foreign';
    };
    BankLinePage: {
      items: components['schemas']['BankLine'][];
      /** @description The cursor of the next page; null on the last */
      next: string | null;
    };
    BankProposal: {
      clientId: string;
      /** @description What each invoice would get; book each contract by itself */
      parts: {
        /**
         * @description Yuan with two decimals
         * @example 20000.00
         */
        amount: string;
        contract: string;
        /** @description The number of the invoice, where it has one */
        number: string | null;
        /** @example 2025-01 */
        period: string;
      }[];
      reasons: (
        | 'referenceNamesInvoice'
        | 'referenceNamesContract'
        | 'payerIsClient'
        | 'amountIsOutstanding'
        | 'amountIsSum'
        | 'referenceNamesPeriod'
      )[];
      /**
       * @description What would be left of the line
       * @example 20000.00
       */
      rest: string;
      /** @description How well founded it is, beside the others */
      weight: number;
    };
    BankReconciliation: {
      items: {
        account: string;
        addsUp: boolean;
        /**
         * @description Yuan with two decimals
         * @example 20000.00
         */
        booked: string;
        currency: string;
        /**
         * @description Yuan with two decimals
         * @example 20000.00
         */
        foreign: string;
        /**
         * @description Yuan with two decimals
         * @example 20000.00
         */
        ignored: string;
        /**
         * @description booked + ignored + open + foreign
         * @example 20000.00
         */
        imported: string;
        lines: number;
        /**
         * @description Yuan with two decimals
         * @example 20000.00
         */
        open: string;
      }[];
    };
    BankStatement: {
      accounts: string[];
      contentHash: string;
      /** @description New lines that are no payments: debits, reversals, other currencies */
      foreign: number;
      /** @enum {string} */
      format: 'csv' | 'camt.053';
      /** @description Lines that were there before */
      known: number;
      /** @description new + known + foreign */
      lines: number;
      /** @description Lines that are new, and may be payments */
      new: number;
      /** @description What is not booked at the bank, and rows that move no money */
      skipped: number;
      statement: string;
    };
    ChangedWebhook: {
      /** @description The clients whose contracts it hears of. Left out: all the caller reaches */
      clients?: string[];
      /** @default  */
      description?: string;
      /**
       * @default enabled
       * @enum {string}
       */
      status?: 'enabled' | 'disabled';
      /** @description The types of events that are sent. Left out: all */
      types?: (
        | 'pacta.amendment.agreed.v1'
        | 'pacta.amendment.declined.v1'
        | 'pacta.amendment.effective.v1'
        | 'pacta.amendment.lapsed.v1'
        | 'pacta.amendment.sent.v1'
        | 'pacta.amendment.signed.v1'
        | 'pacta.amendment.withdrawn.v1'
        | 'pacta.charge.fixed.v1'
        | 'pacta.contract.activated.v1'
        | 'pacta.contract.closed.v1'
        | 'pacta.contract.declined.v1'
        | 'pacta.contract.drafted.v1'
        | 'pacta.contract.ended.v1'
        | 'pacta.contract.lapsed.v1'
        | 'pacta.contract.renewedByClause.v1'
        | 'pacta.contract.sent.v1'
        | 'pacta.contract.signed.v1'
        | 'pacta.contract.withdrawn.v1'
        | 'pacta.document.issued.v1'
        | 'pacta.invoice.issued.v1'
        | 'pacta.invoice.overdue.v1'
        | 'pacta.miss.annulled.v1'
        | 'pacta.miss.waived.v1'
        | 'pacta.month.assessed.v1'
        | 'pacta.month.reassessed.v1'
        | 'pacta.obligation.excused.v1'
        | 'pacta.obligation.missed.v1'
        | 'pacta.obligation.performed.v1'
        | 'pacta.opening.taken.v1'
        | 'pacta.payment.received.v1'
        | 'pacta.payment.reminded.v1'
        | 'pacta.penalty.fixed.v1'
        | 'pacta.renewal.arisen.v1'
        | 'pacta.renewal.linked.v1'
        | 'pacta.renewal.noticePassed.v1'
        | 'pacta.renewal.objected.v1'
        | 'pacta.report.drawnUp.v1'
        | 'pacta.report.overdue.v1'
        | 'pacta.report.reminded.v1'
        | 'pacta.report.submitted.v1'
        | 'pacta.request.closed.v1'
        | 'pacta.request.path.v1'
        | 'pacta.request.paused.v1'
        | 'pacta.request.rated.v1'
        | 'pacta.request.reclassified.v1'
        | 'pacta.request.recorded.v1'
        | 'pacta.request.reopened.v1'
        | 'pacta.request.resolved.v1'
        | 'pacta.request.responded.v1'
        | 'pacta.request.resumed.v1'
        | 'pacta.request.workaround.v1'
        | 'pacta.settlement.drawnUp.v1'
        | 'pacta.settlement.paidOut.v1'
        | 'pacta.settlement.revised.v1'
        | 'pacta.signature.delegated.v1'
        | 'pacta.signature.viewed.v1'
        | 'pacta.signing.invited.v1'
        | 'pacta.signing.reminded.v1'
        | 'pacta.statement.accepted.v1'
        | 'pacta.statement.contested.v1'
        | 'pacta.statement.decided.v1'
        | 'pacta.target.met.v1'
        | 'pacta.target.missed.v1'
        | 'pacta.target.pending.v1'
        | 'pacta.target.withdrawn.v1'
        | 'pacta.termination.agreed.v1'
        | 'pacta.termination.declined.v1'
        | 'pacta.termination.exercised.v1'
        | 'pacta.termination.lapsed.v1'
        | 'pacta.termination.noticed.v1'
        | 'pacta.termination.sent.v1'
        | 'pacta.termination.signed.v1'
        | 'pacta.termination.withdrawn.v1'
        | 'pacta.terminationRight.arisen.v1'
        | 'pacta.terminationRight.lapsed.v1'
        | 'pacta.terminationRight.lost.v1'
        | 'pacta.terminationRight.waived.v1'
        | 'pacta.waiver.proposed.v1'
      )[];
      /** @description An https address of the public internet; http and private ones where a setting names them */
      url: string;
    };
    Charge: {
      /**
       * @description Under the caps, less what was fixed for the same before: a correction may be less than nothing
       * @example 20000.00
       */
      amount: string;
      /**
       * Format: date-time
       * @example 2025-01-06T01:15:00Z
       */
      at: string;
      /**
       * @description Yuan with two decimals
       * @example 20000.00
       */
      base: string;
      capped: boolean;
      clause: string;
      /** @description The consequence of the terms that it rests on */
      consequence: string;
      /** @description The address of the decision with its receipt; null while accruing */
      decision: string | null;
      /** @description False: what would be fixed if it were looked at now */
      fixed: boolean;
      /**
       * @description What it comes to in all, before the caps
       * @example 20000.00
       */
      full: string;
      /** @description What it is for: a month, an obligation, or the month of an invoice with the first day of interest, 2025-01/2025-01-11 */
      key: string;
      /** @enum {string} */
      on: 'miss' | 'month' | 'obligation' | 'latePayment';
      /** @enum {string} */
      owedBy: 'provider' | 'client';
      /**
       * @description The month that it counts in for a cap
       * @example 2025-01
       */
      period: string;
      permille: string;
      /** @description Days or periods late, else 1 */
      times: number;
    };
    ChargeList: {
      items: components['schemas']['Charge'][];
      /** @description The cursor of the next page; null on the last */
      next: string | null;
    };
    Checkpoint: {
      /**
       * Format: date-time
       * @example 2025-01-06T01:15:00Z
       */
      at: string;
      /** @enum {string} */
      format: 'pacta-checkpoint/1';
      /** @description By which the next checkpoint names this one */
      hash: string;
      /** @description SHA-256 of the public key, to compare by eye */
      keyFingerprint: string;
      nextPublicKey: string | null;
      previous: string;
      publicKey: string;
      root: string;
      sequence: number;
      signature: string;
      size: number;
    };
    CheckpointPage: {
      items: components['schemas']['Checkpoint'][];
      /** @description The cursor of the next page; null on the last */
      next: string | null;
    };
    ClockMove: {
      /**
       * Format: date-time
       * @description An instant with an offset and whole seconds, 2025-01-06T09:00:00+08:00
       */
      until: string;
    };
    CloudEvent: {
      /** @description As the schema of its type says */
      data: {
        [key: string]: unknown;
      };
      /** @enum {string} */
      datacontenttype: 'application/json';
      /**
       * @description With the source it names the line of the ledger
       * @example C-2026-0001/12
       */
      id: string;
      source: string;
      /** @enum {string} */
      specversion: '1.0';
      /** @description The contract */
      subject: string;
      /**
       * Format: date-time
       * @description When the fact counts
       * @example 2025-01-06T01:15:00Z
       */
      time: string;
      type: string;
    };
    Command: {
      actor: string;
      answer:
        | (
            | {
                /** @enum {string} */
                kind: 'applied';
                sequence: number;
              }
            | {
                allowed: string;
                code: string;
                /** @enum {string} */
                kind: 'refused';
                member: string;
                problem: string;
              }
          )
        | null;
      /**
       * Format: date-time
       * @example 2025-01-06T01:15:00Z
       */
      at: string;
      command: string;
      contract: string;
      owner: string;
      /** @enum {string} */
      status: 'pending' | 'applied' | 'refused';
      /**
       * Format: date-time
       * @example 2025-01-06T01:15:00Z
       */
      storedAt: string;
      type: string;
    };
    Consequence: {
      /**
       * @description What the permille is taken of
       * @enum {string}
       */
      base: 'totalAmount' | 'amountAtSigning' | 'monthFee' | 'obligationValue' | 'outstanding';
      caps: {
        /**
         * @description Yuan with two decimals
         * @example 20000.00
         */
        amount: string;
        /**
         * @description `each`: one obligation, month or invoice by itself
         * @enum {string}
         */
        window: 'term' | 'calendarYear' | 'rolling12Months' | 'month' | 'each';
      }[];
      clause: string;
      id: string;
      /**
       * @description A missed target, a closed month, an obligation performed late: owed by the provider. A late payment: by the client
       * @enum {string}
       */
      on: 'miss' | 'month' | 'obligation' | 'latePayment';
      /** @description Days of a period of `periodsLate`, else 1 */
      periodDays: number;
      /** @enum {string} */
      times: 'once' | 'daysLate' | 'periodsLate';
    };
    ContestDecision: {
      /**
       * Format: date-time
       * @description When it counts. Left out: now, or for a contract with a manual clock the instant up to which it is accounted for
       */
      at?: string;
      /**
       * @description `waived` and `corrected` need the fact to have been put right before; `withdrawn`: the party takes its objection back
       * @enum {string}
       */
      decision: 'stands' | 'waived' | 'corrected' | 'withdrawn';
      /**
       * @description A line by its name in the statement
       * @example miss/I-000001/response@2025-01-06T01:15:00Z
       */
      line: string;
      reason: string;
    };
    Contract: {
      /**
       * Format: date-time
       * @example 2025-01-06T01:15:00Z
       */
      accountedThrough: string;
      /** @description What can be done now, by the names of the routes */
      actions: string[];
      activatedAt: string | null;
      /** @description An end before that of the term, agreed on or brought about by a notice */
      agreedEndAt: string | null;
      /** @description Amendments that were sent for signing or agreed on; drafts are listed by themselves */
      amendments: {
        /**
         * Format: date-time
         * @example 2025-01-06T01:15:00Z
         */
        effectiveAt: string;
        id: string;
        /** @enum {string} */
        status: 'signing' | 'agreed' | 'effective' | 'declined' | 'withdrawn' | 'lapsed';
      }[];
      /** @description Every cap of every consequence, with what is fixed under it in the window that holds the present; null for `each` */
      caps: {
        /**
         * @description Yuan with two decimals
         * @example 20000.00
         */
        amount: string;
        clause: string;
        consequence: string;
        left: string | null;
        used: string | null;
        /**
         * @description `each`: one obligation, month or invoice by itself
         * @enum {string}
         */
        window: 'term' | 'calendarYear' | 'rolling12Months' | 'month' | 'each';
      }[];
      clientId: string;
      /**
       * @description `manual` moves only when told to: a rehearsal, without any outside effect
       * @enum {string}
       */
      clock: 'real' | 'manual';
      /**
       * Format: date-time
       * @example 2025-01-06T01:15:00Z
       */
      createdAt: string;
      currentMonth: {
        failing: boolean;
        /**
         * @description Yuan with two decimals
         * @example 20000.00
         */
        fee: string;
        /**
         * Format: date-time
         * @example 2025-01-06T01:15:00Z
         */
        from: string;
        misses: number;
        /**
         * @description Yuan with two decimals
         * @example 20000.00
         */
        penaltiesAccruing: string;
        /** @example 2025-01 */
        period: string;
        /**
         * Format: date-time
         * @example 2025-01-06T01:15:00Z
         */
        to: string;
        waived: number;
      } | null;
      end: {
        /**
         * Format: date-time
         * @example 2025-01-06T01:15:00Z
         */
        at: string;
        /** @enum {string} */
        kind: 'terminated' | 'expired';
      } | null;
      id: string;
      nextDeadline: {
        /**
         * Format: date-time
         * @example 2025-01-06T01:15:00Z
         */
        at: string;
        kind: string;
        request: string | null;
        text: {
          en: string;
          'zh-CN': string;
        };
      } | null;
      /** @description Fixed up to now: penalties and charges that stand, what invoices were reduced by, what was paid out, interest of the client */
      owed: {
        /**
         * @description Yuan with two decimals
         * @example 20000.00
         */
        byProvider: string;
        /**
         * @description Yuan with two decimals
         * @example 20000.00
         */
        credited: string;
        /**
         * @description Yuan with two decimals
         * @example 20000.00
         */
        interest: string;
        /**
         * @description Yuan with two decimals
         * @example 20000.00
         */
        paidOut: string;
      };
      parties: {
        client: {
          [key: string]: string;
        };
        provider: {
          [key: string]: string;
        };
      };
      /** @description The cap of the term on penalties of single misses; null without such a cap */
      penaltyCap: {
        /**
         * @description Yuan with two decimals
         * @example 20000.00
         */
        accruing: string;
        /**
         * @description Yuan with two decimals
         * @example 20000.00
         */
        cap: string;
        /**
         * @description Yuan with two decimals
         * @example 20000.00
         */
        left: string;
        /**
         * @description Yuan with two decimals
         * @example 20000.00
         */
        used: string;
      } | null;
      /** @description The contract that follows this one */
      renewedBy: string | null;
      /** @description The contract before this one, where it is a renewal */
      renews: string | null;
      /** @description How many requests are in each status */
      requests: {
        [key: string]: number;
      };
      settlement: {
        /**
         * Format: date-time
         * @example 2025-01-06T01:15:00Z
         */
        at: string;
        /**
         * @description Interest that no invoice has asked for
         * @example 20000.00
         */
        interest: string;
        /**
         * @description Yuan with two decimals
         * @example 20000.00
         */
        outstanding: string;
        /**
         * @description Yuan with two decimals
         * @example 20000.00
         */
        paidOut: string;
        /**
         * @description Yuan with two decimals
         * @example 20000.00
         */
        payoutDue: string;
        /**
         * @description Yuan with two decimals
         * @example 20000.00
         */
        penaltiesPaidOut: string;
        /**
         * @description Yuan with two decimals
         * @example 20000.00
         */
        refund: string;
        /**
         * @description Yuan with two decimals
         * @example 20000.00
         */
        unapplied: string;
      } | null;
      signing: {
        client: string | null;
        completeAt: string | null;
        dueAt: string | null;
        provider: string | null;
      };
      /** @enum {string} */
      status:
        | 'draft'
        | 'signing'
        | 'signed'
        | 'active'
        | 'declined'
        | 'withdrawn'
        | 'lapsed'
        | 'terminated'
        | 'expired'
        | 'closed';
      template: {
        hash: string;
        id: string;
        version: string;
      };
      terminationRight: {
        delayDaysNeeded: number | null;
        /** @description When a right could arise at the earliest if every month from now on failed, or no obligation was performed */
        earliestAt: string | null;
        failedMonthsNeeded: number | null;
        /** @description The failed months in succession up to now */
        periods: string[];
        right: {
          /**
           * Format: date-time
           * @example 2025-01-06T01:15:00Z
           */
          arisenAt: string;
          exercisable: boolean;
          exercisedAt: string | null;
          /** @enum {string} */
          ground: 'failedMonths' | 'delay';
          /**
           * Format: date-time
           * @example 2025-01-06T01:15:00Z
           */
          lapsesAt: string;
          periods: string[];
        } | null;
        streak: number;
      };
      terms: {
        calendar: string;
        /** @description The clauses that make a party owe money, each with its caps */
        consequences: components['schemas']['Consequence'][];
        /** @description Null where the delay of an obligation gives no right to terminate */
        delayDaysForTermination: number | null;
        /**
         * Format: date-time
         * @example 2025-01-06T01:15:00Z
         */
        endsAt: string;
        /** @description Null where failed months give no right to terminate */
        failedMonthsForTermination: number | null;
        /** @enum {string} */
        invoiceTiming: 'inAdvance' | 'inArrears' | 'onPerformance';
        /** @description Null where the price is none by the month */
        monthlyFee: string | null;
        parameters: {
          [key: string]: string | number;
        };
        /** @enum {string} */
        penaltiesFixed: 'atMonthClose' | 'atOnce';
        /**
         * @description `offset` against the next invoice, or paid out `separately`
         * @enum {string}
         */
        penaltiesSettled: 'offset' | 'separately';
        /** @description What penalties of single misses never exceed in the term; null without such a cap */
        penaltyCap: string | null;
        /** @description The parameter of that name; null where the template has none */
        penaltyPermille: string | null;
        /**
         * Format: date-time
         * @example 2025-01-06T01:15:00Z
         */
        startsAt: string;
        terminationNoticeDays: number;
        /**
         * @description Yuan with two decimals
         * @example 20000.00
         */
        totalAmount: string;
        zone: string;
      };
    };
    ContractAmendment: {
      agreedAt: string | null;
      /** @description Null of a draft with faults */
      changes: components['schemas']['AmendmentChanges'] | null;
      contract: string;
      /** @description What was wished for; null where it was not drawn up here */
      draft: {
        /**
         * Format: date-time
         * @example 2025-01-06T01:15:00Z
         */
        changedAt: string;
        changedBy: string;
        /**
         * Format: date-time
         * @example 2025-01-06T01:15:00Z
         */
        createdAt: string;
        createdBy: string;
        parameters: {
          [key: string]: unknown;
        };
        templateVersion: string | null;
      } | null;
      /**
       * Format: date-time
       * @example 2025-01-06T01:15:00Z
       */
      effectiveAt: string;
      /**
       * Format: date
       * @example 2025-01-31
       */
      effectiveDate: string;
      /** @description Its signing, under `envelopes`; null where it was not sent for signing */
      envelope: string | null;
      /** @description Why a draft cannot be sent as things stand; empty where it can */
      faults: {
        allowed: string;
        path: string;
        problem: string;
      }[];
      /** @example A-1 */
      id: string;
      reason: string;
      /** @enum {string} */
      status: 'draft' | 'signing' | 'agreed' | 'effective' | 'declined' | 'withdrawn' | 'lapsed';
      /** @description What the contract goes on with; null of a draft with faults */
      template: {
        hash: string;
        id: string;
        version: string;
      } | null;
    };
    ContractClauses: {
      clauses: {
        number: string;
        text: string;
        title: string;
      }[];
      contract: string;
      /** @enum {string} */
      language: 'zh-CN' | 'en';
      title: string;
    };
    ContractPage: {
      items: components['schemas']['ContractSummary'][];
      /** @description The cursor of the next page; null on the last */
      next: string | null;
    };
    ContractStory: {
      contract: string;
      /** @description Decisions that were made again */
      decisions: number;
      /** @description Empty: one story */
      differences: {
        detail: string;
        /** @enum {string} */
        kind:
          | 'ledger.broken'
          | 'ledger.notFolded'
          | 'ledger.lineUntold'
          | 'receipt.differs'
          | 'readModel.differs'
          | 'history.absent'
          | 'history.lineLost'
          | 'history.lineDiffers'
          | 'history.stateDiffers'
          | 'history.changed'
          | 'history.runLost'
          | 'history.interference'
          | 'document.missing'
          | 'document.withoutEvent'
          | 'document.untold'
          | 'document.lost'
          | 'document.changed'
          | 'totals.differ';
        meaning: string;
        /** @example line 12 */
        where: string;
      }[];
      documents: number;
      /** @description Entries of the ledger */
      entries: number;
      /** @description Workflows that were read; null where left out */
      histories: number | null;
    };
    ContractSummary: {
      /**
       * Format: date-time
       * @example 2025-01-06T01:15:00Z
       */
      accountedThrough: string;
      /** @description Amendments that were sent for signing or agreed on; drafts are listed by themselves */
      amendments: {
        /**
         * Format: date-time
         * @example 2025-01-06T01:15:00Z
         */
        effectiveAt: string;
        id: string;
        /** @enum {string} */
        status: 'signing' | 'agreed' | 'effective' | 'declined' | 'withdrawn' | 'lapsed';
      }[];
      clientId: string;
      clientName: string;
      /**
       * @description `manual` moves only when told to: a rehearsal, without any outside effect
       * @enum {string}
       */
      clock: 'real' | 'manual';
      /**
       * Format: date-time
       * @example 2025-01-06T01:15:00Z
       */
      createdAt: string;
      failedMonthsStreak: number;
      id: string;
      nextDeadlineAt: string | null;
      /**
       * @description Yuan with two decimals
       * @example 20000.00
       */
      penaltiesUsed: string;
      providerName: string;
      /** @description The contract that follows this one */
      renewedBy: string | null;
      /** @description The contract before this one, where it is a renewal */
      renews: string | null;
      /** @enum {string} */
      status:
        | 'draft'
        | 'signing'
        | 'signed'
        | 'active'
        | 'declined'
        | 'withdrawn'
        | 'lapsed'
        | 'terminated'
        | 'expired'
        | 'closed';
      template: {
        hash: string;
        id: string;
        version: string;
      };
    };
    Decision: {
      /**
       * Format: date-time
       * @example 2025-01-06T01:15:00Z
       */
      at: string;
      clause: string;
      contract: string;
      /** @description What the entry says beside the receipt: amounts, cap, rounding */
      facts: {
        [key: string]: unknown;
      };
      kind: string;
      receipt: components['schemas']['Receipt'];
      /**
       * Format: date-time
       * @example 2025-01-06T01:15:00Z
       */
      recordedAt: string;
      request: string | null;
      sequence: number;
      /** @description The address that runs the rules again */
      verification: string;
    };
    DecisionPage: {
      items: components['schemas']['Decision'][];
      /** @description The cursor of the next page; null on the last */
      next: string | null;
    };
    DecisionReceipt: {
      arithmetic: {
        /** @description Before it was rounded; null where nothing is */
        exact: string | null;
        formula: string;
        operands: {
          [key: string]: string | number | boolean | null;
        };
        result: string | number | boolean | null;
        rounding: 'halfUpToFen' | null;
        step: string;
      }[];
      /**
       * Format: date-time
       * @example 2025-01-06T01:15:00Z
       */
      at: string;
      calendar: {
        hash: string;
        id: string;
        version: string;
      };
      caps: {
        amount: string;
        usedAfter: string;
        usedBefore: string;
        window: string;
      }[];
      clause: string;
      conditions: {
        actual: unknown;
        condition: string;
        expected: unknown;
        operator: string;
        result: boolean;
      }[];
      contract: string;
      decidedBy: string | null;
      entry: components['schemas']['ReceiptSource'];
      facts: {
        name: string;
        /** @description The lines that say it; none where the terms do */
        sources: components['schemas']['ReceiptSource'][];
        value: unknown;
      }[];
      /** @description Over the canonical JSON (RFC 8785) of all other members */
      hash: string;
      /** @example 12-penalty */
      id: string;
      /** @enum {string} */
      kind: 'priority' | 'deadline' | 'miss' | 'penalty' | 'month' | 'terminationRight' | 'invoice';
      law: string;
      outcome: {
        [key: string]: unknown;
      };
      period: string | null;
      request: string | null;
      /** @description The rules in the order they were tried; the first that fired decided */
      rules: {
        condition: components['schemas']['ReceiptCondition'];
        fired: boolean;
        rule: string;
      }[];
      ruleSet: {
        hash: string;
        id: string;
        version: string;
      } | null;
      template: {
        hash: string;
        id: string;
        version: string;
      };
    };
    DecisionReceiptPage: {
      items: components['schemas']['DecisionReceipt'][];
      /** @description The cursor of the next page; null on the last */
      next: string | null;
    };
    Declining: {
      /**
       * Format: date-time
       * @description When it counts. Left out: now, or for a contract with a manual clock the instant up to which it is accounted for
       */
      at?: string;
      /** @enum {string} */
      party: 'client' | 'provider';
      reason: string;
    };
    DemoDoors: {
      roles: ('administrator' | 'reviewer' | 'desk' | 'billing' | 'integration' | 'auditor' | 'party')[];
    };
    DemoSignIn: {
      /** @enum {string} */
      role: 'administrator' | 'reviewer' | 'desk' | 'billing' | 'integration' | 'auditor' | 'party';
    };
    DiscardedAmendment: {
      id: string;
      /** @enum {string} */
      status: 'discarded';
    };
    Document: {
      address: string;
      fileName: string;
      /**
       * Format: date-time
       * @example 2025-01-06T01:15:00Z
       */
      issuedAt: string;
      /** @description A period, a number; null where the kind says it all */
      key: string | null;
      kind: string;
      /** @enum {string} */
      language: 'zh-CN' | 'en';
      mediaType: string;
      /** @description The number of an invoice or credit note */
      number: string | null;
      /** @description The ledger entry that brought it about */
      sequence: number;
      sha256: string;
      /** @description Bytes */
      size: number;
    };
    DocumentList: {
      items: components['schemas']['Document'][];
      /** @description The cursor of the next page; null on the last */
      next: string | null;
      /** @description Ledger entries whose documents are not all there; the same on each page */
      unfinished: {
        attempts: number;
        error: string | null;
        sequence: number;
        /**
         * @description `asleep`: of a rehearsal, made when asked for; `queued`: being made; `pressed`: made, not yet in the ledger; `failed`: given up
         * @enum {string}
         */
        status: 'asleep' | 'queued' | 'pressed' | 'failed';
      }[];
    };
    ElectronicInvoice: {
      buyer: {
        address: string | null;
        bank: string | null;
        bankAccount: string | null;
        name: string;
        /** @description 统一社会信用代码 */
        taxpayerId: string | null;
        telephone: string | null;
      };
      creditReason: string | null;
      /** @enum {string} */
      currency: 'CNY';
      /**
       * @description net + tax; less than nothing for a credit note
       * @example 20000.00
       */
      gross: string;
      grossInCapitals: string;
      /**
       * Format: date
       * @example 2025-01-31
       */
      issuedOn: string;
      items: {
        /** @example *信息技术服务*技术支持服务费 */
        name: string;
        /**
         * @description Yuan with two decimals
         * @example 20000.00
         */
        net: string;
        quantity: string;
        /** @example 6% */
        rate: string;
        specification: string | null;
        /**
         * @description Yuan with two decimals
         * @example 20000.00
         */
        tax: string;
        /** @description 税收分类编码 */
        taxCode: string | null;
        unit: string;
        /**
         * @description Without tax
         * @example 20000.00
         */
        unitPrice: string;
      }[];
      /** @description Headings of what the platform needs and we do not know */
      missing: string[];
      /**
       * @description Yuan with two decimals
       * @example 20000.00
       */
      net: string;
      /** @description Our own number; the platform gives its own */
      number: string | null;
      /** @description 对应蓝字发票号码: the platform knows it */
      originalInvoiceNumber: string | null;
      remark: string;
      seller: {
        address: string | null;
        bank: string | null;
        bankAccount: string | null;
        name: string;
        /** @description 统一社会信用代码 */
        taxpayerId: string | null;
        telephone: string | null;
      };
      /**
       * @description Yuan with two decimals
       * @example 20000.00
       */
      tax: string;
      /** @enum {string} */
      type: '增值税专用发票' | '红字增值税专用发票';
    };
    Envelope: {
      documentHash: string;
      /**
       * Format: date-time
       * @example 2025-01-06T01:15:00Z
       */
      dueAt: string;
      /** @description `contract`, or the number of the amendment or agreement */
      id: string;
      mostReminders: number;
      remindEveryDays: number;
      /**
       * Format: date-time
       * @example 2025-01-06T01:15:00Z
       */
      sentAt: string;
      signers: components['schemas']['Signer'][];
      /** @enum {string} */
      status: 'open' | 'completed' | 'declined' | 'withdrawn' | 'expired';
      steps: {
        /**
         * Format: date-time
         * @example 2025-01-06T01:15:00Z
         */
        at: string;
        by: string;
        /** @enum {string} */
        kind:
          | 'sent'
          | 'invited'
          | 'viewed'
          | 'signed'
          | 'declined'
          | 'delegated'
          | 'reminded'
          | 'withdrawn'
          | 'expired'
          | 'completed';
        /** @description Null for what the clock or an earlier step brought about */
        provenance: {
          address: string;
          /** @enum {string} */
          channel: 'page' | 'api';
          /** @description The fingerprint of the link, or the name of the key */
          identity: string;
          userAgent: string;
        } | null;
        reason: string | null;
        /** @description Null for a step of the signing as a whole */
        signer: string | null;
      }[];
      /** @enum {string} */
      subject: 'contract' | 'amendment' | 'termination';
    };
    EnvelopeList: {
      items: components['schemas']['Envelope'][];
      /** @description The cursor of the next page; null on the last */
      next: string | null;
    };
    EventFeed: {
      items: components['schemas']['CloudEvent'][];
      /** @description Whether something is behind this page already */
      more: boolean;
      /** @description The cursor of what comes behind, also where nothing is there yet: keep it, and ask again later */
      next: string;
    };
    EventTypeList: {
      items: {
        /** @description The kind of the ledger entries; null for a test event */
        kind: string | null;
        /** @description A JSON Schema of `data` */
        schema: {
          [key: string]: unknown;
        };
        summary: string;
        type: string;
      }[];
    };
    ExplainWish: {
      /**
       * @description Every fact of the rule set, hypothetical
       * @example {
       *       "urgency": "high",
       *       "impact": "low"
       *     }
       */
      facts: {
        [key: string]: string | number | boolean | null;
      };
      /**
       * @description A rule set by its name in the manifest
       * @example priority
       */
      set: string;
    };
    Explanation: {
      /** @description The facts with their meaning, each rule that was tried with the conditions that held or failed and by how much, what decided, and the nearest change that would have decided otherwise */
      explanation: unknown;
      sentences: {
        en: string[];
        'zh-CN': string[];
      };
    };
    ExportedTemplatePackage: {
      files: {
        [key: string]: string;
      };
      hash: string;
      template: string;
      version: string;
    };
    ForeseenEnd: {
      /**
       * Format: date-time
       * @example 2025-01-06T01:15:00Z
       */
      at: string;
      clause: string;
      contract: string;
      /**
       * Format: date-time
       * @example 2025-01-06T01:15:00Z
       */
      endsAt: string;
      /** @description How the fee of the month is reckoned in which it ends; null where the price is none by the month */
      lastMonth: ('byDay' | 'full') | null;
      /** @description Months of the term that begin at the end or after it, and the fees for them */
      lost: {
        /**
         * @description Yuan with two decimals
         * @example 20000.00
         */
        fees: string;
        months: number;
      };
      /** @description Requests that are open now, and would end with it */
      openRequests: number;
      /** @description As it would be drawn up at the end, if nothing else happened until then and nothing were paid */
      settlement: {
        /**
         * Format: date-time
         * @example 2025-01-06T01:15:00Z
         */
        at: string;
        /**
         * @description Interest that no invoice has asked for
         * @example 20000.00
         */
        interest: string;
        /**
         * @description Yuan with two decimals
         * @example 20000.00
         */
        outstanding: string;
        /**
         * @description Yuan with two decimals
         * @example 20000.00
         */
        paidOut: string;
        /**
         * @description Yuan with two decimals
         * @example 20000.00
         */
        payoutDue: string;
        /**
         * @description Yuan with two decimals
         * @example 20000.00
         */
        penaltiesPaidOut: string;
        /**
         * @description Yuan with two decimals
         * @example 20000.00
         */
        refund: string;
        /**
         * @description Yuan with two decimals
         * @example 20000.00
         */
        unapplied: string;
      };
      /** @enum {string} */
      way: 'exercise' | 'notice' | 'agreement';
    };
    ForeseenRequest: {
      /**
       * Format: date-time
       * @example 2025-01-06T01:15:00Z
       */
      at: string;
      /** @description Of the rules that decided */
      clause: string;
      contract: string;
      priority: string;
      /** @description What decided, and the nearest change that would have decided otherwise */
      sentences: {
        en: string[];
        'zh-CN': string[];
      };
      targets: {
        dueAt: string | null;
        kind: string;
      }[];
    };
    FoundDocument: {
      address: string;
      contract: string;
      fileName: string;
      /**
       * Format: date-time
       * @example 2025-01-06T01:15:00Z
       */
      issuedAt: string;
      /** @description A period, a number; null where the kind says it all */
      key: string | null;
      kind: string;
      /** @enum {string} */
      language: 'zh-CN' | 'en';
      mediaType: string;
      /** @description The number of an invoice or credit note */
      number: string | null;
      /** @description The ledger entry that brought it about */
      sequence: number;
      sha256: string;
      /** @description Bytes */
      size: number;
    };
    Happening: {
      /** @description Who acted: of a command its actor, `system` where a deadline passed */
      actor: string | null;
      /**
       * Format: date-time
       * @description When the workflow did it
       * @example 2025-01-06T01:15:00Z
       */
      at: string;
      /** @description What was told; null where no stored command asked for it */
      command: {
        id: string;
        said: unknown;
        type: string;
      } | null;
      /** @description The events of the run that tell of it */
      events: string[];
      /** @description Who called, as Temporal was told */
      identity: string | null;
      interference:
        ('reset' | 'termination' | 'cancelRequest' | 'signal' | 'update' | 'pause' | 'options') | null;
      /** @enum {string} */
      kind: 'begun' | 'turn' | 'refused' | 'unreadable' | 'continued' | 'ended' | 'interference';
      /** @description What it wrote, why, and on which facts */
      lines: {
        actor: string;
        /**
         * Format: date-time
         * @description When it counts
         * @example 2025-01-06T01:15:00Z
         */
        at: string;
        clause: string;
        kind: string;
        receipts: {
          facts: {
            name: string;
            /** @description The entries that say it; none where the terms do */
            sources: number[];
            value: unknown;
          }[];
          /** @example 12-penalty */
          id: string;
        }[];
        /** @description The entry of the ledger */
        sequence: number;
        text: {
          en: string;
          'zh-CN': string;
        };
      }[];
      run: string;
      /**
       * @description The run in Temporal's own pages; null where PACTA_TEMPORAL_UI_URL is not set
       * @example http://127.0.0.1:8233/namespaces/default/workflows/contract%2FC-1/0199-…/history
       */
      temporalUi: string | null;
      /** @description What happened */
      text: {
        en: string;
        'zh-CN': string;
      };
      workflow: string;
    };
    HappeningPage: {
      /** @description False while Temporal does not answer, or a run cannot be read: what is missing then is left out */
      isComplete: boolean;
      items: components['schemas']['Happening'][];
      /** @description The cursor of the next page; null on the last */
      next: string | null;
    };
    /** @description While Temporal is down, reads go on, and commands are stored and carried out later */
    Health: {
      /** @enum {string} */
      postgresql: 'up' | 'down';
      /** @enum {string} */
      status: 'up' | 'down';
      /** @enum {string} */
      temporal: 'up' | 'down';
    };
    HistoryRun: {
      address: string;
      closedAt: string | null;
      events: number | null;
      exportedAt: string | null;
      /** @description The first run of its chain */
      firstRun: string | null;
      isExported: boolean;
      /** @description The run it continued as */
      nextRun: string | null;
      /** @description Whose it is: `contract`, or `request/NAME` */
      owner: string;
      /** @description Among the exported runs of its workflow, from 1 */
      place: number | null;
      /** @description The run it continues, or was reset from */
      previousRun: string | null;
      run: string;
      /** @description Over the very bytes that the address of the run sends */
      sha256: string | null;
      size: number | null;
      /**
       * Format: date-time
       * @example 2025-01-06T01:15:00Z
       */
      startedAt: string;
      /** @description How it ended; null while it is open, or not exported */
      status: ('completed' | 'continuedAsNew' | 'failed' | 'timedOut' | 'canceled' | 'terminated') | null;
      /**
       * @description The run in Temporal's own pages; null where PACTA_TEMPORAL_UI_URL is not set
       * @example http://127.0.0.1:8233/namespaces/default/workflows/contract%2FC-1/0199-…/history
       */
      temporalUi: string | null;
      /** @example contract/C-2026-0001 */
      workflow: string;
    };
    HistoryRunPage: {
      /** @description False while Temporal does not answer, or a run cannot be read: what is missing then is left out */
      isComplete: boolean;
      items: components['schemas']['HistoryRun'][];
      /** @description The cursor of the next page; null on the last */
      next: string | null;
    };
    IfMissed: {
      capped: boolean;
      /** @description What fits under the caps before it; null where misses have no cap */
      capRoom: string | null;
      /**
       * @description What the provider owes more at the close of that month than if it is met at the last moment: penalty and service credits, after the caps
       * @example 20000.00
       */
      cost: string;
      /** @description The client may terminate by it, and not without it (clause 2.6) */
      decidesTerminationRight: boolean;
      /** @description How many give the right to terminate */
      failedMonthsNeeded: number | null;
      /** @description The month fails by it, and not without it */
      failsMonth: boolean;
      /**
       * @description The same before the caps
       * @example 20000.00
       */
      fullPenalty: string;
      /** @description Misses of that month that count already, waived ones left out */
      missesInMonth: number;
      monthFailsAnyway: boolean;
      /**
       * @description The penalty of the miss itself, after the caps
       * @example 20000.00
       */
      penalty: string;
      /**
       * @description The month that owns the miss
       * @example 2025-01
       */
      period: string;
      /** @description Failed months in succession with it, that month included */
      streak: number;
    };
    IgnoredBankLine: {
      reason: string;
    };
    Invoice: {
      /**
       * @description Yuan with two decimals
       * @example 20000.00
       */
      amount: string;
      /**
       * @description The amount in Chinese capitals
       * @example 人民币贰万元整
       */
      amountInCapitals: string;
      contract: string;
      /**
       * @description Penalties offset against it
       * @example 20000.00
       */
      credited: string;
      /**
       * Format: date-time
       * @example 2025-01-06T01:15:00Z
       */
      dueAt: string;
      /**
       * @description Interest on earlier invoices that it asks for as well
       * @example 20000.00
       */
      interest: string;
      /** @description The last day for which interest on it is fixed; null where none is */
      interestThrough: string | null;
      /**
       * Format: date-time
       * @example 2025-01-06T01:15:00Z
       */
      issuedAt: string;
      /** @description The months that it is for */
      months: string[];
      /**
       * @description Yuan with two decimals
       * @example 20000.00
       */
      outstanding: string;
      /**
       * @description Yuan with two decimals
       * @example 20000.00
       */
      paid: string;
      /**
       * @description With that interest, less what was offset
       * @example 20000.00
       */
      payable: string;
      payableInCapitals: string;
      /**
       * @description The first month that it is for: its name
       * @example 2025-01
       */
      period: string;
      /**
       * @description As it stands now
       * @enum {string}
       */
      status: 'open' | 'partlyPaid' | 'paid' | 'overdue';
    };
    InvoiceList: {
      items: components['schemas']['Invoice'][];
      /** @description The cursor of the next page; null on the last */
      next: string | null;
    };
    Key: {
      clients: string[] | null;
      /**
       * Format: date-time
       * @example 2025-01-06T01:15:00Z
       */
      createdAt: string;
      createdBy: string;
      expiresAt: string | null;
      id: string;
      name: string;
      revokedAt: string | null;
      revokedBy: string | null;
      /** @enum {string} */
      role: 'administrator' | 'reviewer' | 'desk' | 'billing' | 'integration' | 'auditor' | 'party';
      /** @description When it was last used, to the minute */
      usedAt: string | null;
    };
    KeyPage: {
      items: components['schemas']['Key'][];
      /** @description The cursor of the next page; null on the last */
      next: string | null;
    };
    KeyRotation: {
      /**
       * @description How long the secret before is good beside the new one
       * @default 1440
       */
      overlapMinutes?: number;
    };
    LedgerEntry: {
      actor: string;
      /**
       * Format: date-time
       * @description When it counts
       * @example 2025-01-06T01:15:00Z
       */
      at: string;
      clause: string;
      contract: string;
      /** @description What caused the step, on its first entry; null for a deadline */
      event: unknown;
      /** @description Over the canonical JSON (RFC 8785) of all other members, `contract` by the name contractId */
      hash: string;
      kind: string;
      /** @description Whose step wrote it: `contract`, or `request/NAME` */
      owner: string;
      ownerVersion: number;
      payload: unknown;
      previousHash: string;
      /**
       * Format: date-time
       * @example 2025-01-06T01:15:00Z
       */
      recordedAt: string;
      request: string | null;
      sequence: number;
    };
    LedgerPage: {
      items: components['schemas']['LedgerEntry'][];
      /** @description The cursor of the next page; null on the last */
      next: string | null;
      /** @description Each entry in words, as today; no hash is over them */
      texts: {
        sequence: number;
        text: {
          en: string;
          'zh-CN': string;
        };
      }[];
    };
    LedgerProof: {
      checkpoint: components['schemas']['Checkpoint'];
      contract: string;
      /** @description The hash of that entry */
      hash: string;
      /** @description The place among the heads, by contract, from 0 */
      index: number;
      /** @description The hashes beside the way up to the root, lowest first */
      path: string[];
      /** @description The last entry of the ledger that the checkpoint saw */
      sequence: number;
    };
    LedgerVerification: {
      contract: string;
      entries: number;
      /** @description Empty: the chain holds, the core still says the same, the read model is its fold */
      faults: string[];
    };
    LineProblem: {
      code: string;
      detail: string;
      errorId?: string;
      errors?: {
        allowed: string;
        path: string;
        problem: string;
      }[];
      status: number;
      title: string;
      type: string;
    };
    Liveness: {
      /** @enum {string} */
      status: 'live';
    };
    Mail: {
      /** @description Hashes of documents */
      attachments: string[];
      attempts: number;
      /**
       * Format: date-time
       * @example 2025-01-06T01:15:00Z
       */
      createdAt: string;
      data: {
        [key: string]: string;
      };
      /** @description Why the last attempt came to nothing */
      error: string | null;
      id: string;
      key: string;
      /** @enum {string} */
      language: 'zh-CN' | 'en';
      /** @description The same on every attempt */
      messageId: string;
      /** @description When it is tried next; null unless it is queued */
      nextAt: string | null;
      sentAt: string | null;
      /** @enum {string} */
      status: 'queued' | 'sent' | 'failed';
      template: string;
      to: string;
    };
    MailList: {
      items: components['schemas']['Mail'][];
      /** @description The cursor of the next page; null on the last */
      next: string | null;
    };
    MailTaken: {
      address: string | null;
      attachments: components['schemas']['Attachment'][];
      contract: string | null;
      /** @enum {string} */
      outcome: 'recorded' | 'ignored';
      priority: string | null;
      /** @description Why it is ignored: no person has written it */
      reason: ('autoReply' | 'bounce' | 'bulk') | null;
      receivedAt: string | null;
      recordedAt: string | null;
      /** @description Files of the mail that are not attached; they are in the original */
      refused: {
        fileName: string;
        /** @enum {string} */
        reason: 'type' | 'count' | 'empty';
        size: number;
      }[];
      /** @description The request was there: nothing was written */
      repeated: boolean;
      request: string | null;
    };
    Miss: {
      /**
       * Format: date-time
       * @example 2025-01-06T01:15:00Z
       */
      at: string;
      /**
       * @description Yuan with two decimals
       * @example 20000.00
       */
      base: string;
      capped: boolean;
      /** @description False for a further miss of a request of which only the first counts: it costs nothing */
      counted: boolean;
      /**
       * @description Yuan with two decimals
       * @example 20000.00
       */
      cumulative: string;
      /** @description The address of the decision with its receipt; null while accruing */
      decision: string | null;
      /**
       * Format: date-time
       * @example 2025-01-06T01:15:00Z
       */
      dueAt: string;
      /** @description Fixed at the close of its month, or at once where the contract says so; until then it is accruing and may still change */
      fixed: boolean;
      /**
       * @description Before the caps
       * @example 20000.00
       */
      fullPenalty: string;
      /**
       * @description As it stands: nothing once waived
       * @example 20000.00
       */
      penalty: string;
      /** @example 2025-01 */
      period: string;
      permille: string;
      priority: string;
      /** @description Asked for, and not given yet: somebody else has to */
      proposedWaiver: {
        /**
         * Format: date-time
         * @example 2025-01-06T01:15:00Z
         */
        at: string;
        by: string;
        reason: string;
      } | null;
      /** @description The request; for a miss of the contract itself, the report or the obligation */
      request: string;
      target: string;
      waiver: {
        /**
         * Format: date-time
         * @example 2025-01-06T01:15:00Z
         */
        at: string;
        by: string;
        reason: string;
      } | null;
    };
    MissList: {
      items: components['schemas']['Miss'][];
      /** @description The cursor of the next page; null on the last */
      next: string | null;
    };
    MonthList: {
      items: {
        assessment: {
          attainment: {
            [key: string]: {
              met: number;
              missed: number;
              /**
               * @description Of the targets concluded, one decimal, rounded down, waived misses left out; null where none was concluded
               * @example 99.5
               */
              percent: string | null;
            };
          };
          /**
           * @description Of the targets concluded, one decimal, rounded down, waived misses left out; null where none was concluded
           * @example 99.5
           */
          attainmentPercent: string | null;
          /**
           * Format: date-time
           * @example 2025-01-06T01:15:00Z
           */
          closedAt: string;
          failed: boolean;
          misses: number;
          /** @description Requests put on record in it */
          received: number;
          /** @description Failed months in succession, this one included */
          streak: number;
          waived: number;
        } | null;
        /**
         * @description Yuan with two decimals
         * @example 20000.00
         */
        fee: string;
        /**
         * Format: date-time
         * @example 2025-01-06T01:15:00Z
         */
        from: string;
        /** @example 2025-01 */
        period: string;
        /**
         * @description `dropped`: the contract ended before it
         * @enum {string}
         */
        status: 'closed' | 'underWay' | 'ahead' | 'dropped';
        /**
         * Format: date-time
         * @example 2025-01-06T01:15:00Z
         */
        to: string;
      }[];
      /** @description The cursor of the next page; null on the last */
      next: string | null;
    };
    NewAccount: {
      /** @description The clients it is limited to. Left out: all */
      clients?: string[];
      /**
       * Format: date-time
       * @description Until when it is good. An auditor’s account must have one
       */
      expiresAt?: string;
      /** @description The ledger keeps it as `account:LOGIN`, for as long as contracts are kept */
      login: string;
      /** @description How the console greets; kept nowhere but here */
      name: string;
      /** @enum {string} */
      role: 'administrator' | 'reviewer' | 'desk' | 'billing' | 'integration' | 'auditor' | 'party';
    };
    NewAmendment: {
      /**
       * Format: date
       * @description The first day on which it holds, in the zone of the contract. A change of fees, targets or rules begins with a month of the contract, a change of words only on any day
       * @example 2026-07-01
       */
      effectiveDate: string;
      /**
       * @description The parameters that change, by name; the others stay as they are
       * @default {}
       */
      parameters?: {
        [key: string]: unknown;
      };
      reason: string;
      /** @description Another published version of the contract's template: its clauses, targets and rules */
      templateVersion?: string;
    };
    NewBacktest: {
      /** @enum {boolean} */
      all?: true;
      amendment: components['schemas']['Amendment'];
      contract?: string;
    };
    NewBankBooking: {
      /** @description Part of the line, where it pays several contracts; left out, all of it */
      amount?: string;
      contract: string;
      /** @description Why the fact comes after a deadline that has already fired, or after its month has closed */
      lateReason?: string;
      /** @description A month, 2025-01, or the number of an invoice takes the money for it first; otherwise the oldest unpaid */
      reference?: string;
    };
    NewBankStatement: {
      /** @description Our account: needed for CSV without a column that says it, checked otherwise */
      account?: string;
      /** @description Headings of your own, in place of those of the preset */
      columns?: {
        account?: string[];
        amount?: string[];
        bankReference?: string[];
        bookedOn?: string[];
        credit?: string[];
        currency?: string[];
        debit?: string[];
        direction?: string[];
        endToEndId?: string[];
        payerAccount?: string[];
        payerName?: string[];
        reference?: string[];
      };
      /** @description The file, as text or as base64 */
      content: string;
      /**
       * @description base64 for a file that is not UTF-8: GB18030 and UTF-16 are recognised
       * @default text
       * @enum {string}
       */
      encoding?: 'text' | 'base64';
      /** @enum {string} */
      format: 'csv' | 'camt.053';
      /**
       * @description The headings of a CSV file; left out, all are tried
       * @enum {string}
       */
      preset?: 'generic' | 'china';
    };
    NewContest: {
      /**
       * Format: date-time
       * @description When it counts. Left out: now, or for a contract with a manual clock the instant up to which it is accounted for
       */
      at?: string;
      /**
       * @description A line by its name in the statement
       * @example miss/I-000001/response@2025-01-06T01:15:00Z
       */
      line: string;
      /** @enum {string} */
      party: 'client' | 'provider';
      reason: string;
    };
    NewContract: {
      /**
       * Format: date-time
       * @description When it was drafted. Left out: now, or with a manual clock the start of the term
       */
      at?: string;
      clientId: string;
      /**
       * @description `manual` moves only when told to: a rehearsal, without any outside effect
       * @default real
       * @enum {string}
       */
      clock?: 'real' | 'manual';
      /** @description Left out, the next number of the year: C-2025-0001 */
      id?: string;
      /** @description The template's parameters by name; those left out take their defaults */
      parameters: {
        [key: string]: unknown;
      };
      parties: {
        client: {
          contactAddress: string;
          contactDepartment: string;
          contactPerson: string;
          contactTitle: string;
          email: string;
          fullName: string;
          registeredAddress: string;
          taxpayerId?: string;
          telephone: string;
        };
        provider: {
          contactAddress: string;
          contactDepartment: string;
          contactPerson: string;
          contactTitle: string;
          email: string;
          fullName: string;
          registeredAddress: string;
          taxpayerId?: string;
          telephone: string;
        };
      };
      /** @example it-support-2025 */
      template: string;
      /**
       * @description A published version of the template. Left out, the newest one by its number
       * @example 1.0.0
       */
      templateVersion?: string;
    };
    NewExcuse: {
      /**
       * Format: date-time
       * @description When it counts. Left out: now, or for a contract with a manual clock the instant up to which it is accounted for
       */
      at?: string;
      /** @description Days by which its due day moves on, beside those excused before */
      days: number;
      reason: string;
    };
    NewKey: {
      /** @description The clients it is limited to. Left out: all */
      clients?: string[];
      /**
       * Format: date-time
       * @description Until when it is good. An auditor’s key must have one
       */
      expiresAt?: string;
      name: string;
      /** @enum {string} */
      role: 'administrator' | 'reviewer' | 'desk' | 'billing' | 'integration' | 'auditor' | 'party';
    };
    NewlyMadeKey: {
      clients: string[] | null;
      /**
       * Format: date-time
       * @example 2025-01-06T01:15:00Z
       */
      createdAt: string;
      createdBy: string;
      expiresAt: string | null;
      id: string;
      name: string;
      revokedAt: string | null;
      revokedBy: string | null;
      /** @enum {string} */
      role: 'administrator' | 'reviewer' | 'desk' | 'billing' | 'integration' | 'auditor' | 'party';
      /** @description What to send as the key. It is shown this once and kept nowhere */
      secret: string;
      /** @description When it was last used, to the minute */
      usedAt: string | null;
    };
    NewPayment: {
      /** @description Yuan with two decimals, "20000.00", more than nothing */
      amount: string;
      /**
       * Format: date-time
       * @description When it counts. Left out: now, or for a contract with a manual clock the instant up to which it is accounted for
       */
      at?: string;
      /** @description Why the fact comes after a deadline that has already fired, or after its month has closed */
      lateReason?: string;
      /** @description A month, 2025-01, takes the money for that invoice first; otherwise the oldest unpaid */
      reference?: string;
    };
    NewPayout: {
      /** @description Yuan with two decimals, "20000.00", more than nothing */
      amount: string;
      /**
       * Format: date-time
       * @description When it counts. Left out: now, or for a contract with a manual clock the instant up to which it is accounted for
       */
      at?: string;
    };
    NewRenewal: {
      /**
       * Format: date-time
       * @description When it counts. Left out: now, or for a contract with a manual clock the instant up to which it is accounted for
       */
      at?: string;
      /**
       * @description The parameters that change, by name; the others stay as they are in force
       * @default {}
       */
      parameters?: {
        [key: string]: unknown;
      };
      /** @description A published version. Left out, the one in force */
      templateVersion?: string;
      /** @description Left out, what the terms say of the next term */
      termMonths?: number;
    };
    NewRequest: {
      /**
       * Format: date-time
       * @description When the desk put it on record: the clocks start here (clause 2.3). Left out: now, or where a manual clock stands
       */
      at?: string;
      /**
       * @description How the notice came in (clause 2.1)
       * @enum {string}
       */
      channel?: 'hotline' | 'mailbox' | 'portal' | 'monitoring';
      /** @default false */
      coreBusinessDown?: boolean;
      /** @enum {string} */
      impact: 'high' | 'medium' | 'low';
      /** @description Left out, the next number of the contract: I-000042 */
      name?: string;
      /**
       * Format: date-time
       * @description When the desk received the notice, if before it was put on record; not before the start of the term. The clocks start at the record all the same (clause 2.3)
       */
      receivedAt?: string;
      /** @default false */
      severeSecurityRisk?: boolean;
      /** @enum {string} */
      urgency: 'high' | 'medium' | 'low';
    };
    NewTerminationAgreement: {
      /**
       * Format: date-time
       * @description When it counts. Left out: now, or for a contract with a manual clock the instant up to which it is accounted for
       */
      at?: string;
      /**
       * Format: date-time
       * @description An instant with an offset and whole seconds, 2025-01-06T09:00:00+08:00
       */
      effectiveAt: string;
      mostReminders?: number;
      reason: string;
      /** @description 0 for no reminders. Left out, what the terms say */
      remindEveryDays?: number;
      /** @description Who signs; at least one for each party. Left out, the contact person of each party */
      signers?: {
        /** Format: email */
        email: string;
        name: string;
        /** @enum {string} */
        party: 'client' | 'provider';
        title: string;
        /** @description Those of one turn sign side by side; a higher turn is invited when all lower ones have signed. Left out, 1 */
        turn?: number;
      }[];
    };
    NewWaiver: {
      /**
       * Format: date-time
       * @description When it counts. Left out: now, or for a contract with a manual clock the instant up to which it is accounted for
       */
      at?: string;
      reason: string;
      /** @description A request, an obligation, or a report as `report 2025-01` */
      request: string;
      /** @description `response`, `workaround`, `resolution`; `report` for a late report; an obligation by its own name */
      target: string;
    };
    NewWebhook: {
      /** @description The clients whose contracts it hears of. Left out: all the caller reaches */
      clients?: string[];
      /** @default  */
      description?: string;
      /** @description The types of events that are sent. Left out: all */
      types?: (
        | 'pacta.amendment.agreed.v1'
        | 'pacta.amendment.declined.v1'
        | 'pacta.amendment.effective.v1'
        | 'pacta.amendment.lapsed.v1'
        | 'pacta.amendment.sent.v1'
        | 'pacta.amendment.signed.v1'
        | 'pacta.amendment.withdrawn.v1'
        | 'pacta.charge.fixed.v1'
        | 'pacta.contract.activated.v1'
        | 'pacta.contract.closed.v1'
        | 'pacta.contract.declined.v1'
        | 'pacta.contract.drafted.v1'
        | 'pacta.contract.ended.v1'
        | 'pacta.contract.lapsed.v1'
        | 'pacta.contract.renewedByClause.v1'
        | 'pacta.contract.sent.v1'
        | 'pacta.contract.signed.v1'
        | 'pacta.contract.withdrawn.v1'
        | 'pacta.document.issued.v1'
        | 'pacta.invoice.issued.v1'
        | 'pacta.invoice.overdue.v1'
        | 'pacta.miss.annulled.v1'
        | 'pacta.miss.waived.v1'
        | 'pacta.month.assessed.v1'
        | 'pacta.month.reassessed.v1'
        | 'pacta.obligation.excused.v1'
        | 'pacta.obligation.missed.v1'
        | 'pacta.obligation.performed.v1'
        | 'pacta.opening.taken.v1'
        | 'pacta.payment.received.v1'
        | 'pacta.payment.reminded.v1'
        | 'pacta.penalty.fixed.v1'
        | 'pacta.renewal.arisen.v1'
        | 'pacta.renewal.linked.v1'
        | 'pacta.renewal.noticePassed.v1'
        | 'pacta.renewal.objected.v1'
        | 'pacta.report.drawnUp.v1'
        | 'pacta.report.overdue.v1'
        | 'pacta.report.reminded.v1'
        | 'pacta.report.submitted.v1'
        | 'pacta.request.closed.v1'
        | 'pacta.request.path.v1'
        | 'pacta.request.paused.v1'
        | 'pacta.request.rated.v1'
        | 'pacta.request.reclassified.v1'
        | 'pacta.request.recorded.v1'
        | 'pacta.request.reopened.v1'
        | 'pacta.request.resolved.v1'
        | 'pacta.request.responded.v1'
        | 'pacta.request.resumed.v1'
        | 'pacta.request.workaround.v1'
        | 'pacta.settlement.drawnUp.v1'
        | 'pacta.settlement.paidOut.v1'
        | 'pacta.settlement.revised.v1'
        | 'pacta.signature.delegated.v1'
        | 'pacta.signature.viewed.v1'
        | 'pacta.signing.invited.v1'
        | 'pacta.signing.reminded.v1'
        | 'pacta.statement.accepted.v1'
        | 'pacta.statement.contested.v1'
        | 'pacta.statement.decided.v1'
        | 'pacta.target.met.v1'
        | 'pacta.target.missed.v1'
        | 'pacta.target.pending.v1'
        | 'pacta.target.withdrawn.v1'
        | 'pacta.termination.agreed.v1'
        | 'pacta.termination.declined.v1'
        | 'pacta.termination.exercised.v1'
        | 'pacta.termination.lapsed.v1'
        | 'pacta.termination.noticed.v1'
        | 'pacta.termination.sent.v1'
        | 'pacta.termination.signed.v1'
        | 'pacta.termination.withdrawn.v1'
        | 'pacta.terminationRight.arisen.v1'
        | 'pacta.terminationRight.lapsed.v1'
        | 'pacta.terminationRight.lost.v1'
        | 'pacta.terminationRight.waived.v1'
        | 'pacta.waiver.proposed.v1'
      )[];
      /** @description An https address of the public internet; http and private ones where a setting names them */
      url: string;
    };
    Obligation: {
      /**
       * @description What would be fixed beside it if it were performed now
       * @example 20000.00
       */
      accruing: string;
      /**
       * @description What its delay costs as far as it is fixed
       * @example 20000.00
       */
      charged: string;
      clause: string;
      contract: string;
      /** @description A day that has begun counts; excused days do not */
      daysLate: number;
      /**
       * Format: date-time
       * @description The last instant in time; excused days move it on
       * @example 2025-01-06T01:15:00Z
       */
      dueAt: string;
      /**
       * Format: date
       * @description As the contract has it
       * @example 2025-01-31
       */
      dueDate: string;
      excusedDays: number;
      /** @description Its due instant passed before it was performed */
      missed: boolean;
      obligation: string;
      performedAt: string | null;
      /** @description When its delay gives the client the right to terminate; null once performed */
      terminationRightAt: string | null;
      /**
       * @description Yuan with two decimals
       * @example 20000.00
       */
      value: string;
    };
    ObligationList: {
      items: components['schemas']['Obligation'][];
      /** @description The cursor of the next page; null on the last */
      next: string | null;
    };
    Operation: {
      /** @description `callerEnded`: the key or account that asked has ended, or may not do this any more */
      cancelledBecause: ('asked' | 'callerEnded') | null;
      cancelledBy: string | null;
      /**
       * Format: date-time
       * @example 2025-01-06T01:15:00Z
       */
      createdAt: string;
      createdBy: string;
      endedAt: string | null;
      failed: number;
      /**
       * @description What `then` asked for
       * @enum {string}
       */
      goal: 'draft' | 'send';
      /** @example O-0123456789abcdef */
      id: string;
      /** @enum {string} */
      kind: 'contractStarts';
      /** @description How many of a hundred lines are over, rounded down */
      percent: number;
      /** @description Begun: they will be finished, also when the operation is cancelled */
      running: number;
      skipped: number;
      startedAt: string | null;
      /** @enum {string} */
      status: 'queued' | 'running' | 'completed' | 'cancelling' | 'cancelled';
      succeeded: number;
      /** @description How many lines there are */
      total: number;
      waiting: number;
    };
    OperationPage: {
      items: components['schemas']['Operation'][];
      /** @description The cursor of the next page; null on the last */
      next: string | null;
    };
    OperationResult: {
      address: string | null;
      /** @description Also of a failed line, where its draft was made and could not be sent */
      contract: string | null;
      /** @description Of the line in the upload, blank lines counted */
      number: number;
      /** @description What the call for this line alone would answer */
      problem: components['schemas']['LineProblem'] | null;
      reference: string | null;
      /** @enum {string} */
      status: 'waiting' | 'running' | 'succeeded' | 'failed' | 'skipped';
    };
    OperationResultPage: {
      items: components['schemas']['OperationResult'][];
      /** @description The cursor of the next page; null on the last */
      next: string | null;
    };
    PasswordChange: {
      currentPassword: string;
      /** @description 12 to 128 characters of any kind; not the login, not one that is easily guessed */
      newPassword: string;
    };
    Payment: {
      /**
       * @description Yuan with two decimals
       * @example 20000.00
       */
      amount: string;
      /**
       * Format: date-time
       * @example 2025-01-06T01:15:00Z
       */
      at: string;
      contract: string;
      /**
       * Format: date-time
       * @description When the money was received, where that was told late
       * @example 2025-01-06T01:15:00Z
       */
      countsAt: string;
      /** @enum {string} */
      kind: 'received' | 'paidOut';
      recordedBy: string;
      reference: string | null;
      /** @description The entry of the ledger */
      sequence: number;
    };
    PaymentList: {
      items: components['schemas']['Payment'][];
      /** @description The cursor of the next page; null on the last */
      next: string | null;
    };
    Performance: {
      /**
       * Format: date-time
       * @description When it counts. Left out: now, or for a contract with a manual clock the instant up to which it is accounted for
       */
      at?: string;
    };
    Policy: {
      roles: ('administrator' | 'reviewer' | 'desk' | 'billing' | 'integration' | 'auditor' | 'party')[];
      routes: {
        /** @enum {string} */
        reach: 'open' | 'contract' | 'narrowed' | 'shared' | 'whole';
        roles: ('administrator' | 'reviewer' | 'desk' | 'billing' | 'integration' | 'auditor' | 'party')[];
        /** @example GET /api/v1/contracts/:contract */
        route: string;
      }[];
    };
    Portfolio: {
      /** @description The same by client, in the order of their ids */
      clients: {
        clientId: string;
        clientName: string;
        /** @description By status */
        contracts: {
          [key: string]: number;
        };
        money: {
          /**
           * @description Yuan with two decimals
           * @example 20000.00
           */
          credited: string;
          /**
           * @description Yuan with two decimals
           * @example 20000.00
           */
          invoiced: string;
          /**
           * @description Yuan with two decimals
           * @example 20000.00
           */
          outstanding: string;
          /**
           * @description Of it, what is past its due day and not contested
           * @example 20000.00
           */
          overdue: string;
          overdueInvoices: number;
          /**
           * @description Yuan with two decimals
           * @example 20000.00
           */
          received: string;
        };
        openRequests: {
          byPriority: {
            [key: string]: number;
          };
          total: number;
        };
        penalties: {
          /**
           * @description What the close of the month under way adds as things stand
           * @example 20000.00
           */
          accruing: string;
          /**
           * @description Of misses over the term, of the contracts that have such a cap and run
           * @example 20000.00
           */
          cap: string;
          /**
           * @description What is used of it, with what accrues
           * @example 20000.00
           */
          capUsed: string;
          /**
           * @description All that the provider owes by penalties and charges that are fixed
           * @example 20000.00
           */
          fixed: string;
        };
        /** @description Of the month under way of each contract */
        serviceLevel: {
          /**
           * @description One decimal, rounded down; null where no target is concluded
           * @example 99.5
           */
          attainmentPercent: string | null;
          /** @description Contracts whose month fails if nothing else happens */
          failingContracts: number;
          met: number;
          /** @description That count; waived ones left out */
          missed: number;
        };
      }[];
      /** @enum {string} */
      clock: 'real' | 'manual';
      /** @description Running contracts that end within so many days, the next first; 200 at most */
      expiring: {
        clientId: string;
        contract: string;
        /**
         * Format: date-time
         * @example 2025-01-06T01:15:00Z
         */
        endsAt: string;
        /** @description The contract that follows is there, or comes by the clause */
        renewed: boolean;
      }[];
      total: {
        /** @description By status */
        contracts: {
          [key: string]: number;
        };
        money: {
          /**
           * @description Yuan with two decimals
           * @example 20000.00
           */
          credited: string;
          /**
           * @description Yuan with two decimals
           * @example 20000.00
           */
          invoiced: string;
          /**
           * @description Yuan with two decimals
           * @example 20000.00
           */
          outstanding: string;
          /**
           * @description Of it, what is past its due day and not contested
           * @example 20000.00
           */
          overdue: string;
          overdueInvoices: number;
          /**
           * @description Yuan with two decimals
           * @example 20000.00
           */
          received: string;
        };
        openRequests: {
          byPriority: {
            [key: string]: number;
          };
          total: number;
        };
        penalties: {
          /**
           * @description What the close of the month under way adds as things stand
           * @example 20000.00
           */
          accruing: string;
          /**
           * @description Of misses over the term, of the contracts that have such a cap and run
           * @example 20000.00
           */
          cap: string;
          /**
           * @description What is used of it, with what accrues
           * @example 20000.00
           */
          capUsed: string;
          /**
           * @description All that the provider owes by penalties and charges that are fixed
           * @example 20000.00
           */
          fixed: string;
        };
        /** @description Of the month under way of each contract */
        serviceLevel: {
          /**
           * @description One decimal, rounded down; null where no target is concluded
           * @example 99.5
           */
          attainmentPercent: string | null;
          /** @description Contracts whose month fails if nothing else happens */
          failingContracts: number;
          met: number;
          /** @description That count; waived ones left out */
          missed: number;
        };
      };
    };
    Problem: {
      code: string;
      detail: string;
      /** @description Of an unexpected error: finds it in the log */
      errorId?: string;
      errors?: {
        allowed: string;
        path: string;
        problem: string;
      }[];
      status: number;
      title: string;
      /** @description /problems/CODE, a page that explains it */
      type: string;
    };
    ProofReport: {
      checks: ({
        /** @description Cases that show why it failed */
        counterExamples: ({
          expected: string;
          found: string;
          inputs: {
            [key: string]: unknown;
          };
          sentence: {
            en: string;
            'zh-CN': string;
          };
        } & {
          [key: string]: unknown;
        })[];
        id: string;
        passed: boolean;
        title: {
          en: string;
          'zh-CN': string;
        };
      } & {
        [key: string]: unknown;
      })[];
      passed: boolean;
    } & {
      [key: string]: unknown;
    };
    QueueItem: {
      /**
       * Format: date-time
       * @description As of when: now, or where a manual clock stands
       * @example 2025-01-06T01:15:00Z
       */
      at: string;
      clientId: string;
      clientName: string;
      /**
       * @description `manual` is a rehearsal
       * @enum {string}
       */
      clock: 'real' | 'manual';
      contract: string;
      /** @description Null without a deadline, and where the contract ends before it: the target is withdrawn then */
      ifMissed: components['schemas']['IfMissed'] | null;
      /** @description Targets that are missed already */
      missed: string[];
      /** @description Null while no clock runs: nothing is at risk until it goes on */
      nextDeadline: {
        /**
         * Format: date-time
         * @example 2025-01-06T01:15:00Z
         */
        dueAt: string;
        /** @description The targets that are due then */
        kinds: string[];
        /** @description From `at`; below zero where it has just passed */
        secondsLeft: number;
      } | null;
      priority: string;
      /**
       * Format: date-time
       * @example 2025-01-06T01:15:00Z
       */
      recordedAt: string;
      request: string;
      /** @enum {string} */
      status: 'open' | 'paused' | 'resolved' | 'closed';
    };
    QueuePage: {
      items: components['schemas']['QueueItem'][];
      /** @description The cursor of the next page; null on the last */
      next: string | null;
    };
    RawHistory: {
      events: ({
        eventId: string;
        eventType: string;
      } & {
        [key: string]: unknown;
      })[];
    } & {
      [key: string]: unknown;
    };
    /** @description Not ready while PostgreSQL is away or its schema is older than this program; draining on the way down. Temporal does not count: without it commands are stored */
    Readiness: {
      /** @enum {string} */
      postgresql: 'up' | 'down';
      /** @enum {string} */
      schema: 'current' | 'behind' | 'unknown';
      /** @enum {string} */
      status: 'ready' | 'notReady' | 'draining';
    };
    Receipt: {
      clause: string;
      decidedBy: string;
      facts: {
        [key: string]: string | number | boolean | null;
      };
      outcome: {
        [key: string]: string | number | boolean | null;
      };
      /** @description The rules in the order they were tried; the first that fired decided */
      rules: {
        condition: components['schemas']['ReceiptCondition'];
        fired: boolean;
        rule: string;
      }[];
      ruleSet: {
        hash: string;
        id: string;
        version: string;
      };
    };
    ReceiptCondition: {
      actual?: string | number | boolean | null;
      conditions?: components['schemas']['ReceiptCondition'][];
      expected?: (string | number | boolean | null) | (string | number | boolean | null)[];
      fact?: string;
      operator: string;
      result: boolean;
    };
    /** @description A line of the ledger */
    ReceiptSource: {
      hash: string;
      sequence: number;
    };
    ReceiptVerification: {
      contract: string;
      differences: {
        now: unknown;
        path: string;
        recorded: unknown;
      }[];
      hash: string | null;
      hashNow: string | null;
      id: string;
      ledgerFaults: string[];
      /**
       * @description How the decision, made again, stands to what was written down when it was made
       * @enum {string}
       */
      outcome: 'same' | 'unreceipted' | 'missing' | 'unknown' | 'changed' | 'differs';
    };
    RehearsalWish: {
      /**
       * @description Files that are not saved yet, in place of those of the version
       * @example {
       *       "template.json": "{ … }",
       *       "clauses/en.md": "# …"
       *     }
       */
      files?: {
        [key: string]: string;
      };
      /** @description Values of parameters; samples stand in for those that must be given */
      parameters?: {
        [key: string]: string | number;
      };
    };
    RenewalObjection: {
      /**
       * Format: date-time
       * @description When it counts. Left out: now, or for a contract with a manual clock the instant up to which it is accounted for
       */
      at?: string;
      /** @enum {string} */
      party: 'client' | 'provider';
      reason: string;
    };
    Renewals: {
      /** @enum {string} */
      carriesOver: 'nothing' | 'streakAndCap';
      contract: string;
      /**
       * Format: date-time
       * @example 2025-01-06T01:15:00Z
       */
      endsAt: string;
      /** @description The contracts drafted to renew this one, also those that came to nothing */
      items: {
        id: string;
        /** @enum {string} */
        status:
          | 'draft'
          | 'signing'
          | 'signed'
          | 'active'
          | 'declined'
          | 'withdrawn'
          | 'lapsed'
          | 'terminated'
          | 'expired'
          | 'closed';
        /**
         * Format: date
         * @example 2025-01-31
         */
        termStart: string;
      }[];
      /**
       * @description By its clause unless somebody objects in time, by a new agreement, or not at all
       * @enum {string}
       */
      mode: 'automatic' | 'byAgreement' | 'none';
      /** @description An objection, or the wish to renew, has to come before it; null where there is no such day */
      noticeAt: string | null;
      noticeDays: number;
      objection: {
        /**
         * Format: date-time
         * @example 2025-01-06T01:15:00Z
         */
        at: string;
        /** @enum {string} */
        by: 'client' | 'provider';
        reason: string;
      } | null;
      /**
       * @description `open`: the notice day is to come; `arisen`: by the clause it is renewed, and the next contract is being made; `renewed`: the next contract is made; `noRenewal`: the day passed without one, and only a new agreement can bring one
       * @enum {string}
       */
      outcome: 'open' | 'arisen' | 'renewed' | 'noRenewal';
      /** @description The contract that follows this one */
      renewedBy: string | null;
      /** @description The contract before this one */
      renews: string | null;
      /** @description Of the next term */
      termMonths: number;
    };
    ReplayedDeliveries: {
      /** @description How many dead deliveries are sent again */
      replayed: number;
    };
    Report: {
      /**
       * @description 1.00 to 5.00; null without a rating
       * @example 4.50
       */
      averageScore: string | null;
      contract: string;
      /**
       * Format: date-time
       * @example 2025-01-06T01:15:00Z
       */
      dueAt: string;
      /** @description How the requests of the month came in; null where no channel was told */
      intake: {
        /** @description From the notice to the record */
        averageGapSeconds: number | null;
        byChannel: {
          [key: string]: number;
        };
        longestGapSeconds: number | null;
        /** @description Requests of which it was told when the notice was received */
        received: number;
      } | null;
      knowledgeBaseContributions: number | null;
      late: boolean;
      /** @example 2025-01 */
      period: string;
      priorities: {
        /** @description Of the concluded targets, rounded down; null without one */
        attainmentPermille: number | null;
        /** @description Null where nothing was concluded */
        averageResolutionCountedSeconds: number | null;
        /** @description Null where nothing was concluded */
        averageResolutionElapsedSeconds: number | null;
        /** @description Null where nothing was concluded */
        averageResponseSeconds: number | null;
        priority: string;
        received: number;
        resolved: number;
        targetsMet: number;
        targetsMissed: number;
      }[];
      ratings: number;
      received: number;
      resolved: number;
      submittedAt: string | null;
      /** @description All open at the end of the month, whenever recorded */
      unresolved: number;
    };
    ReportList: {
      items: components['schemas']['Report'][];
      /** @description The cursor of the next page; null on the last */
      next: string | null;
    };
    ReportSubmission: {
      /**
       * Format: date-time
       * @description When it counts. Left out: now, or for a contract with a manual clock the instant up to which it is accounted for
       */
      at?: string;
      knowledgeBaseContributions?: number;
      /** @description Why the fact comes after a deadline that has already fired, or after its month has closed */
      lateReason?: string;
    };
    Request: {
      /**
       * Format: date-time
       * @example 2025-01-06T01:15:00Z
       */
      accountedThrough: string;
      /** @description What can be done with it now */
      actions: string[];
      /** @description Null where it was not told */
      channel: ('hotline' | 'mailbox' | 'portal' | 'monitoring') | null;
      classification: {
        /** @description The decision, with its verification below it */
        address: string;
        receipt: components['schemas']['Receipt'];
        sequence: number;
      };
      /**
       * @description `manual` is a rehearsal
       * @enum {string}
       */
      clock: 'real' | 'manual';
      contract: string;
      contractEndedAt: string | null;
      facts: {
        [key: string]: string | null;
      };
      misses: {
        /**
         * Format: date-time
         * @example 2025-01-06T01:15:00Z
         */
        at: string;
        /**
         * @description Yuan with two decimals
         * @example 20000.00
         */
        base: string;
        /**
         * Format: date-time
         * @example 2025-01-06T01:15:00Z
         */
        dueAt: string;
        /** @example 2025-01 */
        period: string;
        target: string;
      }[];
      nextDeadlineAt: string | null;
      /** @description The reasons for which its clock may be paused */
      pauseReasons: string[];
      priority: string;
      ratings: {
        /**
         * Format: date-time
         * @example 2025-01-06T01:15:00Z
         */
        at: string;
        score: number;
      }[];
      receivedAt: string | null;
      /**
       * Format: date-time
       * @example 2025-01-06T01:15:00Z
       */
      recordedAt: string;
      /** @description From `receivedAt` to `recordedAt`; null where it was not told when it was received */
      recordingGapSeconds: number | null;
      request: string;
      severity: {
        coreBusinessDown: boolean;
        /** @enum {string} */
        impact: 'high' | 'medium' | 'low';
        severeSecurityRisk: boolean;
        /** @enum {string} */
        urgency: 'high' | 'medium' | 'low';
      };
      /** @enum {string} */
      status: 'open' | 'paused' | 'resolved' | 'closed';
      targets: {
        clause: string;
        /** @enum {string} */
        clock: 'response' | 'resolution';
        /** @description Null while its clock stands still */
        dueAt: string | null;
        /** @enum {string} */
        kind: 'response' | 'workaround' | 'resolution';
        /** @description `minutes` by the wall clock, `serviceMinutes` within the shifts of the calendar, `workingDays` of 24 hours each, `workingDayEnds`: the end of the nth working day after the first */
        measure: {
          amount: number;
          /** @enum {string} */
          unit: 'minutes' | 'serviceMinutes' | 'workingDays' | 'workingDayEnds';
        };
        /** @description What can meet it */
        metBy: string[];
        metByFact: string | null;
        /** @enum {string} */
        outcome: 'pending' | 'met' | 'missed' | 'withdrawn';
        /** @description The count reaches a year whose calendar is not published yet */
        provisional: boolean;
        /** @description The proof of the deadline: the counted stretches sum to the measure, or are the days that it counts */
        segments: {
          counted: boolean;
          /**
           * Format: date-time
           * @example 2025-01-06T01:15:00Z
           */
          from: string;
          /**
           * Format: date-time
           * @example 2025-01-06T01:15:00Z
           */
          to: string;
          /** @enum {string} */
          why: 'running' | 'stopped' | 'dayOff' | 'offShift' | 'maintenance' | 'firstDay';
        }[];
      }[];
    };
    RequestAction:
      | {
          /**
           * Format: date-time
           * @description When it counts. Left out: now, or for a contract with a manual clock the instant up to which it is accounted for
           */
          at?: string;
          /** @description Why the fact comes after a deadline that has already fired, or after its month has closed */
          lateReason?: string;
          /** @enum {string} */
          type: 'respond';
        }
      | {
          /**
           * Format: date-time
           * @description When it counts. Left out: now, or for a contract with a manual clock the instant up to which it is accounted for
           */
          at?: string;
          /** @description Why the fact comes after a deadline that has already fired, or after its month has closed */
          lateReason?: string;
          /** @enum {string} */
          type: 'workaround';
        }
      | {
          /**
           * Format: date-time
           * @description When it counts. Left out: now, or for a contract with a manual clock the instant up to which it is accounted for
           */
          at?: string;
          /** @description Why the fact comes after a deadline that has already fired, or after its month has closed */
          lateReason?: string;
          /** @enum {string} */
          type: 'path';
        }
      | {
          /**
           * Format: date-time
           * @description When it counts. Left out: now, or for a contract with a manual clock the instant up to which it is accounted for
           */
          at?: string;
          /** @description Why the fact comes after a deadline that has already fired, or after its month has closed */
          lateReason?: string;
          /** @enum {string} */
          type: 'resolve';
        }
      | {
          /**
           * Format: date-time
           * @description When it counts. Left out: now, or for a contract with a manual clock the instant up to which it is accounted for
           */
          at?: string;
          /** @description Why the fact comes after a deadline that has already fired, or after its month has closed */
          lateReason?: string;
          /** @enum {string} */
          type: 'close';
        }
      | {
          /**
           * Format: date-time
           * @description When it counts. Left out: now, or for a contract with a manual clock the instant up to which it is accounted for
           */
          at?: string;
          /** @description Why the fact comes after a deadline that has already fired, or after its month has closed */
          lateReason?: string;
          /** @enum {string} */
          type: 'reopen';
        }
      | {
          /**
           * Format: date-time
           * @description When it counts. Left out: now, or for a contract with a manual clock the instant up to which it is accounted for
           */
          at?: string;
          /** @description Why the fact comes after a deadline that has already fired, or after its month has closed */
          lateReason?: string;
          reason: string;
          /** @enum {string} */
          type: 'pause';
        }
      | {
          /**
           * Format: date-time
           * @description When it counts. Left out: now, or for a contract with a manual clock the instant up to which it is accounted for
           */
          at?: string;
          /** @description Why the fact comes after a deadline that has already fired, or after its month has closed */
          lateReason?: string;
          /** @enum {string} */
          type: 'resume';
        }
      | {
          /**
           * Format: date-time
           * @description When it counts. Left out: now, or for a contract with a manual clock the instant up to which it is accounted for
           */
          at?: string;
          /** @default false */
          coreBusinessDown?: boolean;
          /** @enum {string} */
          impact: 'high' | 'medium' | 'low';
          /** @description Why the fact comes after a deadline that has already fired, or after its month has closed */
          lateReason?: string;
          reason: string;
          /** @default false */
          severeSecurityRisk?: boolean;
          /** @enum {string} */
          type: 'reclassify';
          /** @enum {string} */
          urgency: 'high' | 'medium' | 'low';
        }
      | {
          /**
           * Format: date-time
           * @description When it counts. Left out: now, or for a contract with a manual clock the instant up to which it is accounted for
           */
          at?: string;
          /** @description Why the fact comes after a deadline that has already fired, or after its month has closed */
          lateReason?: string;
          score: number;
          /** @enum {string} */
          type: 'rate';
        };
    RequestPage: {
      items: components['schemas']['RequestSummary'][];
      /** @description The cursor of the next page; null on the last */
      next: string | null;
    };
    RequestSummary: {
      /**
       * @description `manual` is a rehearsal
       * @enum {string}
       */
      clock: 'real' | 'manual';
      contract: string;
      nextDeadlineAt: string | null;
      priority: string;
      /**
       * Format: date-time
       * @example 2025-01-06T01:15:00Z
       */
      recordedAt: string;
      request: string;
      /** @enum {string} */
      status: 'open' | 'paused' | 'resolved' | 'closed';
      targets: {
        dueAt: string | null;
        kind: string;
        /** @enum {string} */
        outcome: 'pending' | 'met' | 'missed' | 'withdrawn';
      }[];
    };
    RightWaiver: {
      /**
       * Format: date-time
       * @description When it counts. Left out: now, or for a contract with a manual clock the instant up to which it is accounted for
       */
      at?: string;
      reason: string;
    };
    Sending: {
      /**
       * Format: date-time
       * @description When it counts. Left out: now, or for a contract with a manual clock the instant up to which it is accounted for
       */
      at?: string;
      mostReminders?: number;
      /** @description 0 for no reminders. Left out, what the terms say */
      remindEveryDays?: number;
      /** @description Who signs; at least one for each party. Left out, the contact person of each party */
      signers?: {
        /** Format: email */
        email: string;
        name: string;
        /** @enum {string} */
        party: 'client' | 'provider';
        title: string;
        /** @description Those of one turn sign side by side; a higher turn is invited when all lower ones have signed. Left out, 1 */
        turn?: number;
      }[];
    };
    Session: {
      /** @description Its id */
      account: string;
      clients: string[] | null;
      /**
       * Format: date-time
       * @example 2025-01-06T01:15:00Z
       */
      createdAt: string;
      /**
       * Format: date-time
       * @description When it ends at the latest; without use it ends after an hour
       * @example 2025-01-06T01:15:00Z
       */
      expiresAt: string;
      id: string;
      login: string;
      /** @description Whether nothing but `PUT /api/v1/sessions/current/password` is open to it */
      mustChangePassword: boolean;
      name: string;
      /** @enum {string} */
      role: 'administrator' | 'reviewer' | 'desk' | 'billing' | 'integration' | 'auditor' | 'party';
    };
    SessionEnded: {
      /** @enum {boolean} */
      ended: true;
      id: string;
    };
    Shadow: {
      /** @description What the amended terms make of everything recorded so far, or had made when it was stopped */
      comparison: components['schemas']['BacktestComparison'];
      contract: string;
      id: string;
      /** @description The months that have closed since it started, each written once */
      months: {
        /** @example 2025-01 */
        period: string;
        report: components['schemas']['ShadowMonth'];
        /**
         * Format: date-time
         * @example 2025-01-06T01:15:00Z
         */
        writtenAt: string;
      }[];
      /**
       * Format: date-time
       * @example 2025-01-06T01:15:00Z
       */
      startedAt: string;
      startedBy: string;
      stoppedAt: string | null;
      stoppedBy: string | null;
      template: {
        id: string;
        version: string;
      } | null;
    };
    ShadowLine: {
      contract: string;
      id: string;
      /**
       * Format: date-time
       * @example 2025-01-06T01:15:00Z
       */
      startedAt: string;
      startedBy: string;
      stoppedAt: string | null;
      stoppedBy: string | null;
      template: {
        id: string;
        version: string;
      } | null;
    };
    ShadowMonth: {
      after: components['schemas']['BacktestFigures'];
      before: components['schemas']['BacktestFigures'];
      changed: boolean;
      charges: {
        after: {
          /** @description Yuan with two decimals, may be less than nothing */
          amount: string;
          capped: boolean;
        } | null;
        before: {
          /** @description Yuan with two decimals, may be less than nothing */
          amount: string;
          capped: boolean;
        } | null;
        key: string;
      }[];
      invoices: {
        after: {
          /**
           * @description Yuan with two decimals
           * @example 20000.00
           */
          amount: string;
          /**
           * @description Yuan with two decimals
           * @example 20000.00
           */
          credited: string;
          /**
           * Format: date-time
           * @example 2025-01-06T01:15:00Z
           */
          dueAt: string;
          /**
           * @description Yuan with two decimals
           * @example 20000.00
           */
          interest: string;
          /**
           * Format: date-time
           * @example 2025-01-06T01:15:00Z
           */
          issuedAt: string;
          /** @description Yuan with two decimals, may be less than nothing */
          payable: string;
        } | null;
        before: {
          /**
           * @description Yuan with two decimals
           * @example 20000.00
           */
          amount: string;
          /**
           * @description Yuan with two decimals
           * @example 20000.00
           */
          credited: string;
          /**
           * Format: date-time
           * @example 2025-01-06T01:15:00Z
           */
          dueAt: string;
          /**
           * @description Yuan with two decimals
           * @example 20000.00
           */
          interest: string;
          /**
           * Format: date-time
           * @example 2025-01-06T01:15:00Z
           */
          issuedAt: string;
          /** @description Yuan with two decimals, may be less than nothing */
          payable: string;
        } | null;
        key: string;
      }[];
      misses: {
        after: {
          /**
           * Format: date-time
           * @example 2025-01-06T01:15:00Z
           */
          at: string;
          capped: boolean;
          /**
           * @description Yuan with two decimals
           * @example 20000.00
           */
          penalty: string;
          /** @example 2025-01 */
          period: string;
          request: string;
          target: string;
          waived: boolean;
        } | null;
        before: {
          /**
           * Format: date-time
           * @example 2025-01-06T01:15:00Z
           */
          at: string;
          capped: boolean;
          /**
           * @description Yuan with two decimals
           * @example 20000.00
           */
          penalty: string;
          /** @example 2025-01 */
          period: string;
          request: string;
          target: string;
          waived: boolean;
        } | null;
        key: string;
      }[];
      month: {
        after: {
          failed: boolean;
          misses: number;
          streak: number;
          waived: number;
        } | null;
        before: {
          failed: boolean;
          misses: number;
          streak: number;
          waived: number;
        } | null;
        key: string;
      } | null;
      /** @example 2025-01 */
      period: string;
      reproduced: boolean | null;
      rights: {
        after: {
          /**
           * Format: date-time
           * @example 2025-01-06T01:15:00Z
           */
          arisenAt: string;
          exercisedAt: string | null;
          /** @enum {string} */
          ground: 'failedMonths' | 'delay';
          /**
           * Format: date-time
           * @example 2025-01-06T01:15:00Z
           */
          lapsesAt: string;
          periods: string[];
        } | null;
        before: {
          /**
           * Format: date-time
           * @example 2025-01-06T01:15:00Z
           */
          arisenAt: string;
          exercisedAt: string | null;
          /** @enum {string} */
          ground: 'failedMonths' | 'delay';
          /**
           * Format: date-time
           * @example 2025-01-06T01:15:00Z
           */
          lapsesAt: string;
          periods: string[];
        } | null;
        key: string;
      }[];
    };
    Signature: {
      /**
       * Format: date-time
       * @description When it counts. Left out: now, or for a contract with a manual clock the instant up to which it is accounted for
       */
      at?: string;
      /** @enum {string} */
      party: 'client' | 'provider';
      signer: string;
    };
    Signer: {
      decidedAt: string | null;
      delegatedTo: string | null;
      email: string;
      /** @description `S1`; who signs in its place is `S1.1` */
      id: string;
      invitedAt: string | null;
      name: string;
      /** @enum {string} */
      party: 'client' | 'provider';
      reminders: number;
      /** @enum {string} */
      status: 'waiting' | 'invited' | 'viewed' | 'signed' | 'declined' | 'delegated';
      title: string;
      /** @description Those of one turn sign side by side, after all of the turns before */
      turn: number;
      viewedAt: string | null;
    };
    SignIn: {
      /** @description In capitals or not */
      login: string;
      password: string;
    };
    SigningLink: {
      /**
       * Format: date-time
       * @example 2025-01-06T01:15:00Z
       */
      expiresAt: string;
      /** @description Shown this once. Whoever has it can sign in the signer’s place */
      url: string;
    };
    Statement: {
      accepted: {
        client: string | null;
        provider: string | null;
      };
      /**
       * Format: date-time
       * @description Either party may accept or contest up to this instant
       * @example 2025-01-06T01:15:00Z
       */
      answerBy: string;
      /**
       * Format: date-time
       * @example 2025-01-06T01:15:00Z
       */
      closedAt: string;
      contested: number;
      contract: string;
      /**
       * @description Of the whole contract: what no invoice is reduced by now
       * @example 20000.00
       */
      heldOutPenalties: string;
      lines: {
        /** @description Yuan; a correction and a credit are less than nothing */
        amount: string;
        /**
         * Format: date-time
         * @description Until when this line can be contested
         * @example 2025-01-06T01:15:00Z
         */
        answerBy: string;
        contests: {
          /**
           * Format: date-time
           * @example 2025-01-06T01:15:00Z
           */
          at: string;
          by: string;
          /** @description Null while the line is held out */
          decided: {
            /**
             * Format: date-time
             * @example 2025-01-06T01:15:00Z
             */
            at: string;
            by: string;
            /**
             * @description `waived` and `corrected` need the fact to have been put right before; `withdrawn`: the party takes its objection back
             * @enum {string}
             */
            decision: 'stands' | 'waived' | 'corrected' | 'withdrawn';
            reason: string;
          } | null;
          /** @enum {string} */
          party: 'client' | 'provider';
          reason: string;
        }[];
        heldOut: boolean;
        /** @enum {string} */
        kind: 'miss' | 'charge' | 'fee' | 'interest' | 'credit';
        line: string;
      }[];
      open: boolean;
      /** @example 2025-01 */
      period: string;
    };
    StatementAcceptance: {
      /**
       * Format: date-time
       * @description When it counts. Left out: now, or for a contract with a manual clock the instant up to which it is accounted for
       */
      at?: string;
      /** @enum {string} */
      party: 'client' | 'provider';
    };
    StatementList: {
      items: components['schemas']['Statement'][];
      /** @description The cursor of the next page; null on the last */
      next: string | null;
    };
    Template: {
      /** @description As written: {{name}} stands where a contract prints its value */
      clauses: {
        number: string;
        text: string;
        title: string;
        when: {
          is: string;
          parameter: string;
        } | null;
      }[];
      description: {
        en: string;
        'zh-CN': string;
      };
      hash: string;
      id: string;
      /** @enum {string} */
      language: 'zh-CN' | 'en';
      /**
       * @description `shipped` came with the product and is read-only
       * @enum {string}
       */
      origin: 'shipped' | 'stored';
      parameters: {
        clause: string;
        default: string | number | null;
        help: {
          en: string;
          'zh-CN': string;
        };
        label: {
          en: string;
          'zh-CN': string;
        };
        /** @description Of a text: most characters */
        maximum: string | number | null;
        minimum: string | number | null;
        /** @description More than this, where the bound itself is not allowed */
        moreThan: string | null;
        name: string;
        required: boolean;
        /** @enum {string} */
        type: 'integer' | 'decimal' | 'money' | 'date' | 'zone' | 'enum' | 'text';
        unit: string | null;
        values: {
          [key: string]: {
            en: string;
            'zh-CN': string;
          };
        } | null;
        /** @description There only where another parameter has this value */
        when: {
          is: string;
          parameter: string;
        } | null;
      }[];
      pauseReasons: {
        [key: string]: {
          en: string;
          'zh-CN': string;
        };
      };
      priorities: {
        [key: string]: {
          label: {
            en: string;
            'zh-CN': string;
          };
          targets: {
            clause: string;
            clock: string;
            kind: string;
            measure: {
              parameter: string;
              unit: string;
            };
            metBy: string[];
          }[];
        };
      };
      /** @description Each rule set by its name in the manifest */
      rules: {
        [key: string]: unknown;
      };
      /** @enum {string} */
      state: 'draft' | 'inReview' | 'published' | 'retired';
      /** @description How the parameters become the terms of a contract */
      terms: unknown;
      title: {
        en: string;
        'zh-CN': string;
      };
      version: string;
    };
    TemplateList: {
      /** @description Templates that cannot be used, and why */
      invalid: {
        errors: {
          allowed: string;
          path: string;
          problem: string;
        }[];
        id: string;
      }[];
      items: {
        description: {
          en: string;
          'zh-CN': string;
        };
        hash: string;
        id: string;
        /**
         * @description `shipped` came with the product and is read-only
         * @enum {string}
         */
        origin: 'shipped' | 'stored';
        /** @enum {string} */
        state: 'draft' | 'inReview' | 'published' | 'retired';
        title: {
          en: string;
          'zh-CN': string;
        };
        version: string;
        /** @description The newest number first */
        versions: {
          hash: string;
          /**
           * @description `shipped` came with the product and is read-only
           * @enum {string}
           */
          origin: 'shipped' | 'stored';
          /** @enum {string} */
          state: 'draft' | 'inReview' | 'published' | 'retired';
          version: string;
        }[];
      }[];
      /** @description The cursor of the next page; null on the last */
      next: string | null;
    };
    TemplatePackage: {
      /**
       * @description The text of each file by its path beside template.json
       * @example {
       *       "template.json": "{ … }",
       *       "clauses/en.md": "# …"
       *     }
       */
      files: {
        [key: string]: string;
      };
    };
    TemplateRedline: {
      changed: boolean;
      from: string;
      /** @description The template that `from` is a version of */
      fromTemplate: string;
      /** @enum {string} */
      language: 'zh-CN' | 'en';
      /** @description Clauses word by word, parameters, rules, targets, terms, calendars, as data */
      redline: unknown;
      template: string;
      /** @description The same to read */
      text: string;
      to: string;
    };
    TemplateRehearsal: {
      /** @description What came of it, as a rehearsal answers */
      document: {
        amendments: {
          amendment: string;
          effectiveAt: string;
          status: string;
          totalAmount: string;
        }[];
        charges: {
          amount: string;
          capped: boolean;
          consequence: string;
          fixed: boolean;
          full: string;
          key: string;
          period: string;
          permille: string;
          times: number;
        }[];
        contests: {
          at: string;
          decision: string | null;
          line: string;
          party: string;
          period: string;
        }[];
        invoices: {
          amount: string;
          amountInCapitals: string;
          credited: string;
          dueAt: string;
          interest: string;
          issuedAt: string;
          paid: string;
          payable: string;
          period: string;
          /** @enum {string} */
          status: 'open' | 'partlyPaid' | 'paid' | 'overdue';
        }[];
        misses: {
          at: string;
          capped: boolean;
          cumulative: string;
          penalty: string;
          period: string;
          request: string;
          target: string;
          waived: boolean;
        }[];
        months: {
          failed: boolean;
          misses: number;
          period: string;
          streak: number;
          waived: number;
        }[];
        obligations: {
          daysLate: number;
          dueAt: string;
          id: string;
          missed: boolean;
          performedAt: string | null;
        }[];
        renewal: {
          arisen: boolean;
          noticePassedAt: string | null;
        };
        reports: {
          dueAt: string;
          late: boolean;
          period: string;
          received: number;
          resolved: number;
          submittedAt: string | null;
          unresolved: number;
        }[];
        requests: {
          [key: string]: {
            priority: string;
            targets: {
              dueAt: string | null;
              kind: string;
              /** @enum {string} */
              outcome: 'met' | 'missed' | 'pending' | 'withdrawn';
              provisional: boolean;
            }[];
          };
        };
        settlement: {
          at: string;
          interest: string;
          outstanding: string;
          penaltiesPaidOut: string;
          refund: string;
        } | null;
        /** @enum {string} */
        status: 'active' | 'terminated' | 'expired';
        terminationRight: {
          arisenAt: string;
          exercisedAt: string | null;
          periods: string[];
        } | null;
      };
      /** @description The whole term, an entry of the ledger a line */
      lines: {
        /**
         * Format: date-time
         * @example 2025-01-06T01:15:00Z
         */
        at: string;
        kind: string;
        text: {
          en: string;
          'zh-CN': string;
        };
      }[];
      /** @description What the contract was made with */
      parameters: {
        [key: string]: unknown;
      };
      totalAmount: string;
    };
    TemplateVersion: {
      /** @description The results of the acceptance cases that were run at approval; null before */
      acceptance: unknown;
      /** @description What the caller may do to it now */
      actions: ('edit' | 'submit' | 'discard' | 'withdraw' | 'return' | 'approve' | 'retire')[];
      /** @description Who imported it */
      author: string;
      /** @description The version that a variant inherits from */
      base: {
        id: string;
        version: string;
      } | null;
      createdAt: string | null;
      description: {
        en: string;
        'zh-CN': string;
      };
      /** @description Of a variant: what differs from its base, and nothing else; else null */
      differences: unknown;
      editedAt: string | null;
      editedBy: string;
      /** @description The content hash: it names what is published, and stands in each contract */
      hash: string;
      /** @description Who did what when and why; append-only */
      history: {
        action: string;
        actor: string;
        /**
         * Format: date-time
         * @example 2025-01-06T01:15:00Z
         */
        at: string;
        from: string | null;
        hash: string;
        reason: string | null;
        sequence: number;
        to: string;
      }[];
      /**
       * @description `shipped` came with the product and is read-only
       * @enum {string}
       */
      origin: 'shipped' | 'stored';
      /** @description Over all files, also those that no contract prints */
      packageHash: string;
      /** @description The report of the proof that was run at approval; null before */
      proof: unknown;
      publishedAt: string | null;
      retiredAt: string | null;
      reviewer: string | null;
      /** @description Counts everything that was done to it; 0 of what came with the product */
      revision: number;
      /** @enum {string} */
      state: 'draft' | 'inReview' | 'published' | 'retired';
      submittedBy: string | null;
      template: string;
      title: {
        en: string;
        'zh-CN': string;
      };
      version: string;
    };
    TemplateVersionLine: {
      /** @description Who imported it */
      author: string;
      /** @description The version that a variant inherits from */
      base: {
        id: string;
        version: string;
      } | null;
      createdAt: string | null;
      editedAt: string | null;
      editedBy: string;
      /** @description The content hash: it names what is published, and stands in each contract */
      hash: string;
      /**
       * @description `shipped` came with the product and is read-only
       * @enum {string}
       */
      origin: 'shipped' | 'stored';
      publishedAt: string | null;
      retiredAt: string | null;
      reviewer: string | null;
      /** @description Counts everything that was done to it; 0 of what came with the product */
      revision: number;
      /** @enum {string} */
      state: 'draft' | 'inReview' | 'published' | 'retired';
      submittedBy: string | null;
      title: {
        en: string;
        'zh-CN': string;
      };
      version: string;
    };
    TemplateVersionList: {
      items: components['schemas']['TemplateVersionLine'][];
      /** @description The cursor of the next page; null on the last */
      next: string | null;
      template: string;
    };
    Termination:
      | {
          /**
           * Format: date-time
           * @description When it counts. Left out: now, or for a contract with a manual clock the instant up to which it is accounted for
           */
          at?: string;
          /** @enum {string} */
          kind: 'exercise';
        }
      | {
          /**
           * Format: date-time
           * @description When it counts. Left out: now, or for a contract with a manual clock the instant up to which it is accounted for
           */
          at?: string;
          /**
           * Format: date-time
           * @description An instant with an offset and whole seconds, 2025-01-06T09:00:00+08:00
           */
          effectiveAt: string;
          /** @enum {string} */
          kind: 'agree';
        };
    TerminationNotice: {
      /**
       * Format: date-time
       * @description When it counts. Left out: now, or for a contract with a manual clock the instant up to which it is accounted for
       */
      at?: string;
      /** @enum {string} */
      party: 'client' | 'provider';
    };
    TerminationRights: {
      /**
       * Format: date-time
       * @description As of when: now, or where a manual clock stands
       * @example 2025-01-06T01:15:00Z
       */
      at: string;
      clause: string;
      clientId: string;
      clientName: string;
      /** @enum {string} */
      clock: 'real' | 'manual';
      contract: string;
      /** @description Null where failed months give no right */
      failedMonthsNeeded: number | null;
      /** @description Who may end the contract by it */
      heldBy: {
        name: string;
        /** @enum {string} */
        party: 'client';
      };
      monthUnderWay: {
        /**
         * Format: date-time
         * @example 2025-01-06T01:15:00Z
         */
        closesAt: string;
        /** @description Targets of open requests that fall due before it closes */
        deadlines: number;
        /** @description It fails if nothing else happens */
        failing: boolean;
        /** @description Its close gives the right if nothing else happens */
        givesRight: boolean;
        /** @description Its close gives the right if it fails */
        givesRightIfFailed: boolean;
        /** @description That count so far */
        misses: number;
        /** @example 2025-01 */
        period: string;
        /** @description Failed months in succession if it fails */
        streakIfFailed: number;
      } | null;
      /** @description Those months */
      periods: string[];
      rights: {
        exercisedAt: string | null;
        /** @enum {string} */
        ground: 'failedMonths' | 'delay';
        obligation: string | null;
        /**
         * Format: date-time
         * @example 2025-01-06T01:15:00Z
         */
        openSince: string;
        /**
         * Format: date-time
         * @description The last instant at which it can be exercised
         * @example 2025-01-06T01:15:00Z
         */
        openUntil: string;
        periods: string[];
        /**
         * @description `open`: it can be exercised now. `ended`: the contract has ended without it
         * @enum {string}
         */
        status: 'open' | 'exercised' | 'waived' | 'lapsed' | 'ended';
        waivedAt: string | null;
      }[];
      /** @enum {string} */
      status: 'active' | 'terminated' | 'expired' | 'closed';
      /** @description Failed months in succession up to the last that closed */
      streak: number;
    };
    TerminationRightsPage: {
      items: components['schemas']['TerminationRights'][];
      /** @description The cursor of the next page; null on the last */
      next: string | null;
    };
    TerminationTracker: {
      agreements: {
        agreement: string;
        /**
         * Format: date-time
         * @example 2025-01-06T01:15:00Z
         */
        effectiveAt: string;
        reason: string;
        /** @enum {string} */
        status: 'signing' | 'agreed' | 'declined' | 'withdrawn' | 'lapsed';
      }[];
      clause: string;
      contract: string;
      /**
       * Format: date-time
       * @description When the contract ends as things stand
       * @example 2025-01-06T01:15:00Z
       */
      endsAt: string;
      /** @description A notice that is running */
      given: {
        /**
         * Format: date-time
         * @example 2025-01-06T01:15:00Z
         */
        at: string;
        /** @enum {string} */
        by: 'client' | 'provider';
        /**
         * Format: date-time
         * @example 2025-01-06T01:15:00Z
         */
        endsAt: string;
      } | null;
      /** @description The notice that exercises the right, ready to be signed; null without one */
      notice: {
        en: string;
        'zh-CN': string;
      } | null;
      rights: {
        /**
         * Format: date-time
         * @example 2025-01-06T01:15:00Z
         */
        arisenAt: string;
        exercisable: boolean;
        exercisedAt: string | null;
        /** @enum {string} */
        ground: 'failedMonths' | 'delay';
        /**
         * Format: date-time
         * @example 2025-01-06T01:15:00Z
         */
        lapsesAt: string;
        obligation: string | null;
        periods: string[];
        waivedAt: string | null;
      }[];
      tracker: {
        failedMonthsNeeded: number | null;
        /** @description The failed months in succession up to now, with the misses that decide them */
        months: {
          misses: {
            /**
             * Format: date-time
             * @example 2025-01-06T01:15:00Z
             */
            at: string;
            /**
             * @description Yuan with two decimals
             * @example 20000.00
             */
            penalty: string;
            request: string;
            target: string;
          }[];
          /** @example 2025-01 */
          period: string;
        }[];
        streak: number;
      };
      withoutGround: {
        /** @enum {string} */
        by: 'client' | 'provider' | 'either';
        days: number;
        /**
         * Format: date-time
         * @description When a notice given now would end the contract
         * @example 2025-01-06T01:15:00Z
         */
        endsAtIfNow: string;
      } | null;
    };
    TermsAt: {
      /** @description Those that have made the terms what they are, the last one last */
      amendments: {
        /**
         * Format: date-time
         * @example 2025-01-06T01:15:00Z
         */
        effectiveAt: string;
        id: string;
      }[];
      /**
       * Format: date-time
       * @example 2025-01-06T01:15:00Z
       */
      at: string;
      contract: string;
      /** @description Null: from the beginning */
      since: string | null;
      /** @description By priority */
      targets: {
        [key: string]: {
          clause: string;
          clock: string;
          kind: string;
          measure: {
            amount: number;
            unit: string;
          };
          metBy: string[];
        }[];
      };
      template: {
        hash: string;
        id: string;
        version: string;
      };
      terms: {
        calendar: string;
        /** @description The clauses that make a party owe money, each with its caps */
        consequences: components['schemas']['Consequence'][];
        /** @description Null where the delay of an obligation gives no right to terminate */
        delayDaysForTermination: number | null;
        /**
         * Format: date-time
         * @example 2025-01-06T01:15:00Z
         */
        endsAt: string;
        /** @description Null where failed months give no right to terminate */
        failedMonthsForTermination: number | null;
        /** @enum {string} */
        invoiceTiming: 'inAdvance' | 'inArrears' | 'onPerformance';
        /** @description Null where the price is none by the month */
        monthlyFee: string | null;
        parameters: {
          [key: string]: string | number;
        };
        /** @enum {string} */
        penaltiesFixed: 'atMonthClose' | 'atOnce';
        /**
         * @description `offset` against the next invoice, or paid out `separately`
         * @enum {string}
         */
        penaltiesSettled: 'offset' | 'separately';
        /** @description What penalties of single misses never exceed in the term; null without such a cap */
        penaltyCap: string | null;
        /** @description The parameter of that name; null where the template has none */
        penaltyPermille: string | null;
        /**
         * Format: date-time
         * @example 2025-01-06T01:15:00Z
         */
        startsAt: string;
        terminationNoticeDays: number;
        /**
         * @description Yuan with two decimals
         * @example 20000.00
         */
        totalAmount: string;
        zone: string;
      };
      /** @description When the next amendment takes effect; null where none is agreed on */
      until: string | null;
    };
    Timeline: {
      contract: string;
      /** @description What happened, the latest first */
      past: {
        items: {
          actor: string;
          /**
           * Format: date-time
           * @example 2025-01-06T01:15:00Z
           */
          at: string;
          clause: string;
          kind: string;
          /**
           * Format: date-time
           * @example 2025-01-06T01:15:00Z
           */
          recordedAt: string;
          request: string | null;
          sequence: number;
          text: {
            en: string;
            'zh-CN': string;
          };
        }[];
        /** @description The cursor of the next page; null on the last */
        next: string | null;
      };
      /** @description What falls due if nothing happens before it, the nearest first */
      upcoming: {
        /**
         * Format: date-time
         * @example 2025-01-06T01:15:00Z
         */
        at: string;
        clause: string | null;
        kind: string;
        request: string | null;
        text: {
          en: string;
          'zh-CN': string;
        };
      }[];
    };
    ToldLedgerEntry: {
      entry: components['schemas']['LedgerEntry'];
      /**
       * @description The receipts of what was decided in it
       * @example [
       *       "12-penalty"
       *     ]
       */
      receipts: string[];
      /** @description The entry in words, as today; no hash is over them */
      text: {
        en: string;
        'zh-CN': string;
      };
    };
    Verification: {
      contract: string;
      differences: string[];
      /** @description The entry's own hash fits its content */
      entryIntact: boolean;
      ruleSet: {
        hash: string;
        id: string;
        version: string;
      };
      /** @description The rules of the contract, run again on the recorded facts, give the receipt to the letter */
      same: boolean;
      sequence: number;
    };
    VersionCheckWish: {
      /**
       * @description Files that are not saved yet, in place of those of the version
       * @example {
       *       "template.json": "{ … }",
       *       "clauses/en.md": "# …"
       *     }
       */
      files?: {
        [key: string]: string;
      };
    };
    VersionTransition: {
      /** @enum {string} */
      action: 'submit' | 'discard' | 'withdraw' | 'return' | 'approve' | 'retire';
      /** @description Why; it must be said when a version is returned */
      reason?: string;
      /** @description `revision` of the version you looked at: refused with versionChanged when it has another by now. Left out, any will do */
      revision?: number;
    };
    VersionTransitionDone: {
      /** @description The version as it is now; null once it is discarded */
      detail: components['schemas']['TemplateVersion'] | null;
      /** @enum {string} */
      state: 'draft' | 'inReview' | 'published' | 'retired' | 'discarded';
      template: string;
      version: string;
    };
    Webhook: {
      /** @description Null: all */
      clients: string[] | null;
      /**
       * Format: date-time
       * @example 2025-01-06T01:15:00Z
       */
      createdAt: string;
      createdBy: string;
      description: string;
      disabledBecause: string | null;
      id: string;
      /** @enum {string} */
      status: 'enabled' | 'disabled';
      /** @description Null: all */
      types: string[] | null;
      url: string;
    };
    WebhookDelivery: {
      /** @description How often it was tried */
      attempts: number;
      /** @description Null for a test event */
      contract: string | null;
      /**
       * Format: date-time
       * @example 2025-01-06T01:15:00Z
       */
      createdAt: string;
      /** @description The id of the event: `webhook-id` */
      event: string;
      id: string;
      /** @description When it is tried next; null when it is not */
      nextAt: string | null;
      sequence: number | null;
      /**
       * @description `dead`: it was given up, and can be replayed
       * @enum {string}
       */
      status: 'pending' | 'delivered' | 'dead';
    };
    WebhookDeliveryPage: {
      items: components['schemas']['WebhookDelivery'][];
      /** @description The cursor of the next page; null on the last */
      next: string | null;
    };
    WebhookDeliveryWithAttempts: {
      /** @description How often it was tried */
      attempts: number;
      /** @description Null for a test event */
      contract: string | null;
      /**
       * Format: date-time
       * @example 2025-01-06T01:15:00Z
       */
      createdAt: string;
      /** @description The id of the event: `webhook-id` */
      event: string;
      history: {
        /**
         * Format: date-time
         * @example 2025-01-06T01:15:00Z
         */
        at: string;
        /** @description Null where the receiver did not answer */
        httpStatus: number | null;
        number: number;
        /** @description Null where it was delivered */
        reason: string | null;
      }[];
      id: string;
      /** @description When it is tried next; null when it is not */
      nextAt: string | null;
      sequence: number | null;
      /**
       * @description `dead`: it was given up, and can be replayed
       * @enum {string}
       */
      status: 'pending' | 'delivered' | 'dead';
    };
    WebhookPage: {
      items: components['schemas']['Webhook'][];
      /** @description The cursor of the next page; null on the last */
      next: string | null;
    };
    WebhookRotation: {
      /**
       * @description How long the secret before signs beside the new one
       * @default 1440
       */
      overlapMinutes?: number;
    };
    WebhookWithSecret: {
      /** @description Null: all */
      clients: string[] | null;
      /**
       * Format: date-time
       * @example 2025-01-06T01:15:00Z
       */
      createdAt: string;
      createdBy: string;
      description: string;
      disabledBecause: string | null;
      id: string;
      /** @description What signatures are verified by, `whsec_` and base64. It is shown this once */
      secret: string;
      /** @enum {string} */
      status: 'enabled' | 'disabled';
      /** @description Null: all */
      types: string[] | null;
      url: string;
    };
    WhatIf: {
      /**
       * Format: date-time
       * @example 2025-01-06T01:15:00Z
       */
      at: string;
      contract: string;
      /**
       * @description What the provider would owe more at the close of the month than as things stand
       * @example 20000.00
       */
      cost: string;
      /** @enum {string} */
      event: 'respond' | 'workaround' | 'path' | 'resolve' | 'close' | 'reopen' | 'pause' | 'resume' | 'miss';
      /** @description Misses that are not there yet, as the close of the month would fix them */
      misses: {
        /**
         * Format: date-time
         * @example 2025-01-06T01:15:00Z
         */
        at: string;
        capped: boolean;
        counted: boolean;
        /**
         * @description Yuan with two decimals
         * @example 20000.00
         */
        fullPenalty: string;
        /**
         * @description Yuan with two decimals
         * @example 20000.00
         */
        penalty: string;
        /** @example 2025-01 */
        period: string;
        target: string;
      }[];
      /** @description From the month under way to that of `at`, closed both ways if nothing else happens */
      months: {
        afterwards: {
          failed: boolean;
          misses: number;
          streak: number;
        };
        asThingsStand: {
          failed: boolean;
          misses: number;
          streak: number;
        };
        /** @example 2025-01 */
        period: string;
      }[];
      nextDeadlineAt: string | null;
      request: string;
      /** @enum {string} */
      status: 'open' | 'paused' | 'resolved' | 'closed';
      /** @description The targets as they would stand right after it */
      targets: {
        dueAt: string | null;
        kind: string;
        /** @description As it stands; null where it is not there yet */
        now: {
          dueAt: string | null;
          /** @enum {string} */
          outcome: 'pending' | 'met' | 'missed' | 'withdrawn';
        } | null;
        /** @enum {string} */
        outcome: 'pending' | 'met' | 'missed' | 'withdrawn';
      }[];
      /** @description A right that the client would have by it, and not without it */
      terminationRight: {
        /**
         * Format: date-time
         * @example 2025-01-06T01:15:00Z
         */
        arisenAt: string;
        periods: string[];
      } | null;
    };
    WhoAmI: {
      /** @description The clients it is limited to; null when it reaches all */
      clients: string[] | null;
      name: string;
      /** @enum {string} */
      role: 'administrator' | 'reviewer' | 'desk' | 'billing' | 'integration' | 'auditor' | 'party';
      /** @description What the key may call */
      routes: string[];
    };
    Withdrawal: {
      /**
       * Format: date-time
       * @description When it counts. Left out: now, or for a contract with a manual clock the instant up to which it is accounted for
       */
      at?: string;
      reason: string;
    };
  };
  responses: {
    /** @description Stored: it will be carried out as soon as the workflow service answers */
    '202.stored': {
      headers: {
        /** @description The address of the command */
        Location?: string;
        /** @description Seconds */
        'Retry-After'?: string;
        [name: string]: unknown;
      };
      content: {
        'application/json': {
          address: string;
          command: string;
          detail: string;
          /** @enum {string} */
          status: 'pending';
        };
      };
    };
    /** @description You have it: it has one of the ETags of If-None-Match */
    '304.notModified': {
      headers: {
        /** @description Names this answer, for If-None-Match */
        ETag?: string;
        [name: string]: unknown;
      };
      content?: never;
    };
    /** @description `badRequest`: The request cannot be read */
    '400.badRequest': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'badRequest';
        };
      };
    };
    /** @description `badRequest`: The request cannot be read. `malformedJson`: The body is not JSON */
    '400.badRequest.malformedJson': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'badRequest' | 'malformedJson';
        };
      };
    };
    /** @description `signInFailed`: Login and password do not fit */
    '401.signInFailed': {
      headers: {
        /** @description Bearer */
        'WWW-Authenticate'?: string;
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'signInFailed';
        };
      };
    };
    /** @description `unauthenticated`: A valid API key or session is needed */
    '401.unauthenticated': {
      headers: {
        /** @description Bearer */
        'WWW-Authenticate'?: string;
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'unauthenticated';
        };
      };
    };
    /** @description `crossOrigin`: The call comes from a page of another site */
    '403.crossOrigin': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'crossOrigin';
        };
      };
    };
    /** @description `crossOrigin`: The call comes from a page of another site. `forbidden`: The key may not do this. `needsAnotherPerson`: It takes another person. `notAllowed`: Not allowed by the contract. `passwordChangeNeeded`: A password of your own has to be chosen first */
    '403.crossOrigin.forbidden.needsAnotherPerson.notAllowed.passwordChangeNeeded': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'crossOrigin' | 'forbidden' | 'needsAnotherPerson' | 'notAllowed' | 'passwordChangeNeeded';
        };
      };
    };
    /** @description `crossOrigin`: The call comes from a page of another site. `forbidden`: The key may not do this. `needsAnotherPerson`: It takes another person. `notTheAuthor`: Only its author may do this. `passwordChangeNeeded`: A password of your own has to be chosen first */
    '403.crossOrigin.forbidden.needsAnotherPerson.notTheAuthor.passwordChangeNeeded': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'crossOrigin' | 'forbidden' | 'needsAnotherPerson' | 'notTheAuthor' | 'passwordChangeNeeded';
        };
      };
    };
    /** @description `crossOrigin`: The call comes from a page of another site. `forbidden`: The key may not do this. `notAllowed`: Not allowed by the contract. `passwordChangeNeeded`: A password of your own has to be chosen first */
    '403.crossOrigin.forbidden.notAllowed.passwordChangeNeeded': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'crossOrigin' | 'forbidden' | 'notAllowed' | 'passwordChangeNeeded';
        };
      };
    };
    /** @description `crossOrigin`: The call comes from a page of another site. `forbidden`: The key may not do this. `notTheAuthor`: Only its author may do this. `passwordChangeNeeded`: A password of your own has to be chosen first */
    '403.crossOrigin.forbidden.notTheAuthor.passwordChangeNeeded': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'crossOrigin' | 'forbidden' | 'notTheAuthor' | 'passwordChangeNeeded';
        };
      };
    };
    /** @description `crossOrigin`: The call comes from a page of another site. `forbidden`: The key may not do this. `passwordChangeNeeded`: A password of your own has to be chosen first */
    '403.crossOrigin.forbidden.passwordChangeNeeded': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'crossOrigin' | 'forbidden' | 'passwordChangeNeeded';
        };
      };
    };
    /** @description `forbidden`: The key may not do this. `notAllowed`: Not allowed by the contract. `passwordChangeNeeded`: A password of your own has to be chosen first */
    '403.forbidden.notAllowed.passwordChangeNeeded': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'forbidden' | 'notAllowed' | 'passwordChangeNeeded';
        };
      };
    };
    /** @description `forbidden`: The key may not do this. `passwordChangeNeeded`: A password of your own has to be chosen first */
    '403.forbidden.passwordChangeNeeded': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'forbidden' | 'passwordChangeNeeded';
        };
      };
    };
    /** @description `noSession`: The call goes by a key, not by a session */
    '404.noSession': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'noSession';
        };
      };
    };
    /** @description `notFound`: There is nothing at this address */
    '404.notFound': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'notFound';
        };
      };
    };
    /** @description `notFound`: There is nothing at this address. `unknownAccount`: There is no such account */
    '404.notFound.unknownAccount': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'notFound' | 'unknownAccount';
        };
      };
    };
    /** @description `notFound`: There is nothing at this address. `unknownAmendment`: There is no such amendment. `unknownContract`: There is no such contract */
    '404.notFound.unknownAmendment.unknownContract': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'notFound' | 'unknownAmendment' | 'unknownContract';
        };
      };
    };
    /** @description `notFound`: There is nothing at this address. `unknownAttachment`: The request has no such file. `unknownContract`: There is no such contract. `unknownRequest`: There is no such service request */
    '404.notFound.unknownAttachment.unknownContract.unknownRequest': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'notFound' | 'unknownAttachment' | 'unknownContract' | 'unknownRequest';
        };
      };
    };
    /** @description `notFound`: There is nothing at this address. `unknownBankLine`: There is no such bank line */
    '404.notFound.unknownBankLine': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'notFound' | 'unknownBankLine';
        };
      };
    };
    /** @description `notFound`: There is nothing at this address. `unknownBankLine`: There is no such bank line. `unknownContract`: There is no such contract */
    '404.notFound.unknownBankLine.unknownContract': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'notFound' | 'unknownBankLine' | 'unknownContract';
        };
      };
    };
    /** @description `notFound`: There is nothing at this address. `unknownCheckpoint`: There is no such checkpoint */
    '404.notFound.unknownCheckpoint': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'notFound' | 'unknownCheckpoint';
        };
      };
    };
    /** @description `notFound`: There is nothing at this address. `unknownCheckpoint`: There is no such checkpoint. `unknownContract`: There is no such contract */
    '404.notFound.unknownCheckpoint.unknownContract': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'notFound' | 'unknownCheckpoint' | 'unknownContract';
        };
      };
    };
    /** @description `notFound`: There is nothing at this address. `unknownCommand`: There is no such command */
    '404.notFound.unknownCommand': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'notFound' | 'unknownCommand';
        };
      };
    };
    /** @description `notFound`: There is nothing at this address. `unknownContract`: There is no such contract */
    '404.notFound.unknownContract': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'notFound' | 'unknownContract';
        };
      };
    };
    /** @description `notFound`: There is nothing at this address. `unknownContract`: There is no such contract. `unknownDecision`: There is no such decision */
    '404.notFound.unknownContract.unknownDecision': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'notFound' | 'unknownContract' | 'unknownDecision';
        };
      };
    };
    /** @description `notFound`: There is nothing at this address. `unknownContract`: There is no such contract. `unknownDecision`: There is no such decision. `unknownEntry`: There is no such ledger entry */
    '404.notFound.unknownContract.unknownDecision.unknownEntry': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'notFound' | 'unknownContract' | 'unknownDecision' | 'unknownEntry';
        };
      };
    };
    /** @description `notFound`: There is nothing at this address. `unknownContract`: There is no such contract. `unknownDocument`: There is no such document */
    '404.notFound.unknownContract.unknownDocument': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'notFound' | 'unknownContract' | 'unknownDocument';
        };
      };
    };
    /** @description `notFound`: There is nothing at this address. `unknownContract`: There is no such contract. `unknownEntry`: There is no such ledger entry */
    '404.notFound.unknownContract.unknownEntry': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'notFound' | 'unknownContract' | 'unknownEntry';
        };
      };
    };
    /** @description `notFound`: There is nothing at this address. `unknownContract`: There is no such contract. `unknownEnvelope`: There is no such signing */
    '404.notFound.unknownContract.unknownEnvelope': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'notFound' | 'unknownContract' | 'unknownEnvelope';
        };
      };
    };
    /** @description `notFound`: There is nothing at this address. `unknownContract`: There is no such contract. `unknownHistory`: There is no such run of a workflow */
    '404.notFound.unknownContract.unknownHistory': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'notFound' | 'unknownContract' | 'unknownHistory';
        };
      };
    };
    /** @description `notFound`: There is nothing at this address. `unknownContract`: There is no such contract. `unknownMail`: There is no such letter */
    '404.notFound.unknownContract.unknownMail': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'notFound' | 'unknownContract' | 'unknownMail';
        };
      };
    };
    /** @description `notFound`: There is nothing at this address. `unknownContract`: There is no such contract. `unknownMiss`: There is no such miss. `unknownRequest`: There is no such service request */
    '404.notFound.unknownContract.unknownMiss.unknownRequest': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'notFound' | 'unknownContract' | 'unknownMiss' | 'unknownRequest';
        };
      };
    };
    /** @description `notFound`: There is nothing at this address. `unknownContract`: There is no such contract. `unknownObligation`: There is no such obligation */
    '404.notFound.unknownContract.unknownObligation': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'notFound' | 'unknownContract' | 'unknownObligation';
        };
      };
    };
    /** @description `notFound`: There is nothing at this address. `unknownContract`: There is no such contract. `unknownPeriod`: The contract has no such month */
    '404.notFound.unknownContract.unknownPeriod': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'notFound' | 'unknownContract' | 'unknownPeriod';
        };
      };
    };
    /** @description `notFound`: There is nothing at this address. `unknownContract`: There is no such contract. `unknownRequest`: There is no such service request */
    '404.notFound.unknownContract.unknownRequest': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'notFound' | 'unknownContract' | 'unknownRequest';
        };
      };
    };
    /** @description `notFound`: There is nothing at this address. `unknownDelivery`: There is no such delivery. `unknownWebhook`: There is no such webhook endpoint */
    '404.notFound.unknownDelivery.unknownWebhook': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'notFound' | 'unknownDelivery' | 'unknownWebhook';
        };
      };
    };
    /** @description `notFound`: There is nothing at this address. `unknownDocument`: There is no such document */
    '404.notFound.unknownDocument': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'notFound' | 'unknownDocument';
        };
      };
    };
    /** @description `notFound`: There is nothing at this address. `unknownKey`: There is no such key */
    '404.notFound.unknownKey': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'notFound' | 'unknownKey';
        };
      };
    };
    /** @description `notFound`: There is nothing at this address. `unknownOperation`: There is no such operation */
    '404.notFound.unknownOperation': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'notFound' | 'unknownOperation';
        };
      };
    };
    /** @description `notFound`: There is nothing at this address. `unknownTemplate`: There is no such template */
    '404.notFound.unknownTemplate': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'notFound' | 'unknownTemplate';
        };
      };
    };
    /** @description `notFound`: There is nothing at this address. `unknownTemplate`: There is no such template. `unknownTemplateVersion`: There is no such version of the template */
    '404.notFound.unknownTemplate.unknownTemplateVersion': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'notFound' | 'unknownTemplate' | 'unknownTemplateVersion';
        };
      };
    };
    /** @description `notFound`: There is nothing at this address. `unknownWebhook`: There is no such webhook endpoint */
    '404.notFound.unknownWebhook': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'notFound' | 'unknownWebhook';
        };
      };
    };
    /** @description `unknownContract`: There is no such contract */
    '404.unknownContract': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'unknownContract';
        };
      };
    };
    /** @description `unknownTemplate`: There is no such template. `unknownTemplateVersion`: There is no such version of the template */
    '404.unknownTemplate.unknownTemplateVersion': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'unknownTemplate' | 'unknownTemplateVersion';
        };
      };
    };
    /** @description `alreadyWaived`: The miss has been waived already. `idempotencyKeyReused`: The idempotency key was used for another request. `lateFact`: The fact comes too late. `tooEarly`: Too early. `wrongState`: Not possible in this state */
    '409.alreadyWaived.idempotencyKeyReused.lateFact.tooEarly.wrongState': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'alreadyWaived' | 'idempotencyKeyReused' | 'lateFact' | 'tooEarly' | 'wrongState';
        };
      };
    };
    /** @description `bankLineDecided`: The bank line is decided already. `clockIsManual`: The contract is a rehearsal. `idempotencyKeyReused`: The idempotency key was used for another request. `lateFact`: The fact comes too late. `tooEarly`: Too early. `wrongState`: Not possible in this state */
    '409.bankLineDecided.clockIsManual.idempotencyKeyReused.lateFact.tooEarly.wrongState': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?:
            | 'bankLineDecided'
            | 'clockIsManual'
            | 'idempotencyKeyReused'
            | 'lateFact'
            | 'tooEarly'
            | 'wrongState';
        };
      };
    };
    /** @description `bankLineDecided`: The bank line is decided already. `idempotencyKeyReused`: The idempotency key was used for another request */
    '409.bankLineDecided.idempotencyKeyReused': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'bankLineDecided' | 'idempotencyKeyReused';
        };
      };
    };
    /** @description `checksFailed`: The proof or the acceptance cases fail. `idempotencyKeyReused`: The idempotency key was used for another request. `shippedTemplate`: The version came with the product. `templateInvalid`: The template has faults. `versionChanged`: The version was changed meanwhile. `wrongState`: Not possible in this state */
    '409.checksFailed.idempotencyKeyReused.shippedTemplate.templateInvalid.versionChanged.wrongState': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?:
            | 'checksFailed'
            | 'idempotencyKeyReused'
            | 'shippedTemplate'
            | 'templateInvalid'
            | 'versionChanged'
            | 'wrongState';
        };
      };
    };
    /** @description `clockIsReal`: The contract follows the time of day. `idempotencyKeyReused`: The idempotency key was used for another request */
    '409.clockIsReal.idempotencyKeyReused': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'clockIsReal' | 'idempotencyKeyReused';
        };
      };
    };
    /** @description `documentsUnfinished`: The documents are still being made */
    '409.documentsUnfinished': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'documentsUnfinished';
        };
      };
    };
    /** @description `duplicateContract`: The contract id is taken. `idempotencyKeyReused`: The idempotency key was used for another request. `lateFact`: The fact comes too late. `templateInvalid`: The template has faults. `tooEarly`: Too early. `wrongState`: Not possible in this state */
    '409.duplicateContract.idempotencyKeyReused.lateFact.templateInvalid.tooEarly.wrongState': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?:
            | 'duplicateContract'
            | 'idempotencyKeyReused'
            | 'lateFact'
            | 'templateInvalid'
            | 'tooEarly'
            | 'wrongState';
        };
      };
    };
    /** @description `duplicateContract`: The contract id is taken. `idempotencyKeyReused`: The idempotency key was used for another request. `lateFact`: The fact comes too late. `tooEarly`: Too early. `wrongState`: Not possible in this state */
    '409.duplicateContract.idempotencyKeyReused.lateFact.tooEarly.wrongState': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'duplicateContract' | 'idempotencyKeyReused' | 'lateFact' | 'tooEarly' | 'wrongState';
        };
      };
    };
    /** @description `duplicateKey`: The name of the key is taken */
    '409.duplicateKey': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'duplicateKey';
        };
      };
    };
    /** @description `duplicateLogin`: The login is taken */
    '409.duplicateLogin': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'duplicateLogin';
        };
      };
    };
    /** @description `duplicateRequest`: The name of the request is taken. `idempotencyKeyReused`: The idempotency key was used for another request. `lateFact`: The fact comes too late. `tooEarly`: Too early. `wrongState`: Not possible in this state */
    '409.duplicateRequest.idempotencyKeyReused.lateFact.tooEarly.wrongState': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'duplicateRequest' | 'idempotencyKeyReused' | 'lateFact' | 'tooEarly' | 'wrongState';
        };
      };
    };
    /** @description `duplicateTemplateVersion`: The version of the template is there already. `idempotencyKeyReused`: The idempotency key was used for another request. `shippedTemplate`: The version came with the product. `templateInvalid`: The template has faults */
    '409.duplicateTemplateVersion.idempotencyKeyReused.shippedTemplate.templateInvalid': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'duplicateTemplateVersion' | 'idempotencyKeyReused' | 'shippedTemplate' | 'templateInvalid';
        };
      };
    };
    /** @description `idempotencyKeyReused`: The idempotency key was used for another request */
    '409.idempotencyKeyReused': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'idempotencyKeyReused';
        };
      };
    };
    /** @description `idempotencyKeyReused`: The idempotency key was used for another request. `lateFact`: The fact comes too late. `noRight`: There is no termination right. `tooEarly`: Too early. `wrongState`: Not possible in this state */
    '409.idempotencyKeyReused.lateFact.noRight.tooEarly.wrongState': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'idempotencyKeyReused' | 'lateFact' | 'noRight' | 'tooEarly' | 'wrongState';
        };
      };
    };
    /** @description `idempotencyKeyReused`: The idempotency key was used for another request. `lateFact`: The fact comes too late. `tooEarly`: Too early. `wrongState`: Not possible in this state */
    '409.idempotencyKeyReused.lateFact.tooEarly.wrongState': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'idempotencyKeyReused' | 'lateFact' | 'tooEarly' | 'wrongState';
        };
      };
    };
    /** @description `idempotencyKeyReused`: The idempotency key was used for another request. `shippedTemplate`: The version came with the product. `templateInvalid`: The template has faults. `versionChanged`: The version was changed meanwhile. `wrongState`: Not possible in this state */
    '409.idempotencyKeyReused.shippedTemplate.templateInvalid.versionChanged.wrongState': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?:
            'idempotencyKeyReused' | 'shippedTemplate' | 'templateInvalid' | 'versionChanged' | 'wrongState';
        };
      };
    };
    /** @description `idempotencyKeyReused`: The idempotency key was used for another request. `templateInvalid`: The template has faults */
    '409.idempotencyKeyReused.templateInvalid': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'idempotencyKeyReused' | 'templateInvalid';
        };
      };
    };
    /** @description `idempotencyKeyReused`: The idempotency key was used for another request. `tooManyAttachments`: The request has too many files */
    '409.idempotencyKeyReused.tooManyAttachments': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'idempotencyKeyReused' | 'tooManyAttachments';
        };
      };
    };
    /** @description `idempotencyKeyReused`: The idempotency key was used for another request. `wrongState`: Not possible in this state */
    '409.idempotencyKeyReused.wrongState': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'idempotencyKeyReused' | 'wrongState';
        };
      };
    };
    /** @description `lateFact`: The fact comes too late. `noRight`: There is no termination right. `wrongState`: Not possible in this state */
    '409.lateFact.noRight.wrongState': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'lateFact' | 'noRight' | 'wrongState';
        };
      };
    };
    /** @description `lateFact`: The fact comes too late. `wrongState`: Not possible in this state */
    '409.lateFact.wrongState': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'lateFact' | 'wrongState';
        };
      };
    };
    /** @description `noSealingKey`: There is no key to seal with */
    '409.noSealingKey': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'noSealingKey';
        };
      };
    };
    /** @description `templateInvalid`: The template has faults */
    '409.templateInvalid': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'templateInvalid';
        };
      };
    };
    /** @description `webhooksOff`: Webhooks are not set up */
    '409.webhooksOff': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'webhooksOff';
        };
      };
    };
    /** @description `wrongState`: Not possible in this state */
    '409.wrongState': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'wrongState';
        };
      };
    };
    /** @description `preconditionFailed`: It has changed since it was looked at */
    '412.preconditionFailed': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'preconditionFailed';
        };
      };
    };
    /** @description `bodyTooLarge`: The body is too large */
    '413.bodyTooLarge': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'bodyTooLarge';
        };
      };
    };
    /** @description `wrongContentType`: The body has another content type */
    '415.wrongContentType': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'wrongContentType';
        };
      };
    };
    /** @description `afterTerm`: After the end of the contract. `atInFuture`: The instant lies in the future. `beforeTerm`: Before the start of the term. `invalidRequest`: The request has faults */
    '422.afterTerm.atInFuture.beforeTerm.invalidRequest': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'afterTerm' | 'atInFuture' | 'beforeTerm' | 'invalidRequest';
        };
      };
    };
    /** @description `afterTerm`: After the end of the contract. `atInFuture`: The instant lies in the future. `beforeTerm`: Before the start of the term. `invalidRequest`: The request has faults. `invalidValue`: A value is not allowed */
    '422.afterTerm.atInFuture.beforeTerm.invalidRequest.invalidValue': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'afterTerm' | 'atInFuture' | 'beforeTerm' | 'invalidRequest' | 'invalidValue';
        };
      };
    };
    /** @description `afterTerm`: After the end of the contract. `atInFuture`: The instant lies in the future. `beforeTerm`: Before the start of the term. `invalidRequest`: The request has faults. `invalidValue`: A value is not allowed. `unroutableMail`: The mail belongs to no contract */
    '422.afterTerm.atInFuture.beforeTerm.invalidRequest.invalidValue.unroutableMail': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?:
            'afterTerm' | 'atInFuture' | 'beforeTerm' | 'invalidRequest' | 'invalidValue' | 'unroutableMail';
        };
      };
    };
    /** @description `afterTerm`: After the end of the contract. `invalidRequest`: The request has faults. `invalidValue`: A value is not allowed */
    '422.afterTerm.invalidRequest.invalidValue': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'afterTerm' | 'invalidRequest' | 'invalidValue';
        };
      };
    };
    /** @description `attachmentTypeNotAllowed`: The file is of no allowed type. `invalidRequest`: The request has faults */
    '422.attachmentTypeNotAllowed.invalidRequest': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'attachmentTypeNotAllowed' | 'invalidRequest';
        };
      };
    };
    /** @description `invalidRequest`: The request has faults */
    '422.invalidRequest': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'invalidRequest';
        };
      };
    };
    /** @description `invalidRequest`: The request has faults. `invalidValue`: A value is not allowed */
    '422.invalidRequest.invalidValue': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'invalidRequest' | 'invalidValue';
        };
      };
    };
    /** @description `tooManyRequests`: Too many calls */
    '429.tooManyRequests': {
      headers: {
        /** @description `r` calls are left for `t` seconds */
        RateLimit?: string;
        /** @description The quota `q` in a window of `w` seconds */
        'RateLimit-Policy'?: string;
        /** @description Seconds */
        'Retry-After'?: string;
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'tooManyRequests';
        };
      };
    };
    /** @description `internalError`: Something went wrong on our side */
    '500.internalError': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'internalError';
        };
      };
    };
    /** @description `unavailable`: A service that is needed does not answer */
    '503.unavailable': {
      headers: {
        /** @description Seconds */
        'Retry-After'?: string;
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {string} */
          code?: 'unavailable';
        };
      };
    };
  };
  parameters: {
    /** @description ETags that you have; where the answer has one of them it is 304 */
    IfNoneMatch: string;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  accessLogList: {
    parameters: {
      query?: {
        caller?: string;
        contract?: string;
        /** @description `next` of the page before */
        cursor?: string;
        limit?: number;
        order?: 'asc' | 'desc';
      };
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccessLogPage'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  accountsList: {
    parameters: {
      query?: {
        /** @description `next` of the page before */
        cursor?: string;
        disabled?: 'true' | 'false';
        limit?: number;
        order?: 'asc' | 'desc';
        role?: 'administrator' | 'reviewer' | 'desk' | 'billing' | 'integration' | 'auditor' | 'party';
      };
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccountPage'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  accountsMake: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "login": "li.na",
         *       "name": "李娜",
         *       "role": "desk",
         *       "clients": [
         *         "acme"
         *       ]
         *     }
         */
        'application/json': components['schemas']['NewAccount'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccountWithPassword'];
        };
      };
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.passwordChangeNeeded'];
      409: components['responses']['409.duplicateLogin'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  accountsRead: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        account: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description The version, for If-Match of a change; then the hash of this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Account'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownAccount'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  accountsChange: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
        /** @description The ETag of what the change is meant for, its version is enough: `"12"`. At another version it is refused */
        'If-Match'?: string;
      };
      path: {
        account: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "李娜",
         *       "role": "billing",
         *       "clients": [
         *         "acme"
         *       ]
         *     }
         */
        'application/json': components['schemas']['AccountChange'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Account'];
        };
      };
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownAccount'];
      409: components['responses']['409.idempotencyKeyReused'];
      412: components['responses']['412.preconditionFailed'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  accountsDisable: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
        /** @description The ETag of what the change is meant for, its version is enough: `"12"`. At another version it is refused */
        'If-Match'?: string;
      };
      path: {
        account: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Account'];
        };
      };
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownAccount'];
      409: components['responses']['409.idempotencyKeyReused'];
      412: components['responses']['412.preconditionFailed'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  accountsEnable: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
        /** @description The ETag of what the change is meant for, its version is enough: `"12"`. At another version it is refused */
        'If-Match'?: string;
      };
      path: {
        account: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Account'];
        };
      };
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownAccount'];
      409: components['responses']['409.idempotencyKeyReused'];
      412: components['responses']['412.preconditionFailed'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  accountsReset: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of what the change is meant for, its version is enough: `"12"`. At another version it is refused */
        'If-Match'?: string;
      };
      path: {
        account: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccountWithPassword'];
        };
      };
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownAccount'];
      412: components['responses']['412.preconditionFailed'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  backtestsStart: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "contract": "C-2025-0001",
         *       "amendment": {
         *         "parameters": {
         *           "penaltyPermille": "10"
         *         }
         *       }
         *     }
         */
        'application/json': components['schemas']['NewBacktest'];
      };
    };
    responses: {
      /** @description The comparison of the contract */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BacktestComparison'];
        };
      };
      /** @description Of all contracts: look it up at its address */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Backtest'];
        };
      };
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.unknownContract'];
      409: components['responses']['409.idempotencyKeyReused'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  backtestsRead: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        backtest: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Backtest'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  bankList: {
    parameters: {
      query?: {
        account?: string;
        /** @description `next` of the page before */
        cursor?: string;
        limit?: number;
        order?: 'asc' | 'desc';
        status?: 'open' | 'booked' | 'ignored' | 'foreign';
      };
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BankLinePage'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  bankShow: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        line: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BankLine'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownBankLine'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  bankBook: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
        /** @description The ETag of what the change is meant for, its version is enough: `"12"`. At another version it is refused */
        'If-Match'?: string;
      };
      path: {
        line: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "contract": "C-2025-0001",
         *       "reference": "2025-01"
         *     }
         */
        'application/json': components['schemas']['NewBankBooking'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BankLine'];
        };
      };
      202: components['responses']['202.stored'];
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.notAllowed.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownBankLine.unknownContract'];
      409: components['responses']['409.bankLineDecided.clockIsManual.idempotencyKeyReused.lateFact.tooEarly.wrongState'];
      412: components['responses']['412.preconditionFailed'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.afterTerm.atInFuture.beforeTerm.invalidRequest.invalidValue'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  bankIgnore: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
      };
      path: {
        line: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "reason": "agreed on by telephone on 6 March"
         *     }
         */
        'application/json': components['schemas']['IgnoredBankLine'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BankLine'];
        };
      };
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownBankLine'];
      409: components['responses']['409.bankLineDecided.idempotencyKeyReused'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  bankReconcile: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BankReconciliation'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  bankTake: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "format": "csv",
         *       "content": "date,amount,payer,reference\n2025-02-08,20000.00,Acme,C-2025-0001 2025-01\n",
         *       "preset": "generic",
         *       "account": "6222020000001234567"
         *     }
         */
        'application/json': components['schemas']['NewBankStatement'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BankStatement'];
        };
      };
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.passwordChangeNeeded'];
      409: components['responses']['409.idempotencyKeyReused'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  changesStream: {
    parameters: {
      query?: {
        /** @description When the stream ends; whoever wants more opens another */
        forSeconds?: number;
      };
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Events until the stream ends */
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': string;
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  checkpointsList: {
    parameters: {
      query?: {
        /** @description `next` of the page before */
        cursor?: string;
        limit?: number;
        order?: 'asc' | 'desc';
      };
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CheckpointPage'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  checkpointsGet: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        checkpoint: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Checkpoint'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownCheckpoint'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  commandsRead: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        command: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Command'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownCommand'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  contractsList: {
    parameters: {
      query?: {
        clientId?: string;
        clock?: 'real' | 'manual';
        /** @description `next` of the page before */
        cursor?: string;
        limit?: number;
        order?: 'asc' | 'desc';
        status?:
          | 'draft'
          | 'signing'
          | 'signed'
          | 'active'
          | 'declined'
          | 'withdrawn'
          | 'lapsed'
          | 'terminated'
          | 'expired'
          | 'closed';
      };
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ContractPage'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  contractsDraft: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
        /** @description The ETag of what the change is meant for, its version is enough: `"12"`. At another version it is refused */
        'If-Match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "template": "it-support-2025",
         *       "parameters": {
         *         "termStart": "2025-01-01",
         *         "termMonths": 12,
         *         "monthlyFee": "20000.00",
         *         "penaltyPermille": "5"
         *       },
         *       "parties": {
         *         "client": {
         *           "fullName": "上海示例制造股份有限公司",
         *           "registeredAddress": "上海市浦东新区示例路 100 号",
         *           "contactDepartment": "信息技术部",
         *           "contactAddress": "上海市浦东新区示例路 100 号 8 楼",
         *           "contactPerson": "王示例",
         *           "contactTitle": "信息技术部经理",
         *           "telephone": "021-5550-0100",
         *           "email": "it@client.example",
         *           "taxpayerId": "91310115MA1EXAMPLE"
         *         },
         *         "provider": {
         *           "fullName": "上海示例信息技术服务有限公司",
         *           "registeredAddress": "上海市徐汇区样本路 200 号",
         *           "contactDepartment": "客户服务部",
         *           "contactAddress": "上海市徐汇区样本路 200 号 3 楼",
         *           "contactPerson": "李样本",
         *           "contactTitle": "服务交付总监",
         *           "telephone": "021-5550-0200",
         *           "email": "service@provider.example",
         *           "taxpayerId": "91310104MA1SAMPLE0"
         *         }
         *       },
         *       "clientId": "acme",
         *       "clock": "manual"
         *     }
         */
        'application/json': components['schemas']['NewContract'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Contract'];
        };
      };
      202: components['responses']['202.stored'];
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.notAllowed.passwordChangeNeeded'];
      404: components['responses']['404.unknownTemplate.unknownTemplateVersion'];
      409: components['responses']['409.duplicateContract.idempotencyKeyReused.lateFact.templateInvalid.tooEarly.wrongState'];
      412: components['responses']['412.preconditionFailed'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.afterTerm.atInFuture.beforeTerm.invalidRequest.invalidValue'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  contractsRead: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        contract: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description The version, for If-Match of a change; then the hash of this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Contract'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  amendmentsList: {
    parameters: {
      query?: {
        /** @description `next` of the page before */
        cursor?: string;
        limit?: number;
        order?: 'asc' | 'desc';
        status?: 'draft' | 'signing' | 'agreed' | 'effective' | 'declined' | 'withdrawn' | 'lapsed';
      };
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        contract: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AmendmentList'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  amendmentsDraft: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
      };
      path: {
        contract: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "effectiveDate": "2025-06-01",
         *       "parameters": {
         *         "monthlyFee": "24000.00"
         *       },
         *       "reason": "agreed on by telephone on 6 March"
         *     }
         */
        'application/json': components['schemas']['NewAmendment'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ContractAmendment'];
        };
      };
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract'];
      409: components['responses']['409.idempotencyKeyReused.wrongState'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  amendmentsRead: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        amendment: string;
        contract: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description The version, for If-Match of a change; then the hash of this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ContractAmendment'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownAmendment.unknownContract'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  amendmentsChange: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
        /** @description The ETag of what the change is meant for, its version is enough: `"12"`. At another version it is refused */
        'If-Match'?: string;
      };
      path: {
        amendment: string;
        contract: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "effectiveDate": "2025-07-01",
         *       "parameters": {
         *         "monthlyFee": "25000.00"
         *       },
         *       "reason": "agreed on by telephone on 6 March"
         *     }
         */
        'application/json': components['schemas']['NewAmendment'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ContractAmendment'];
        };
      };
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownAmendment.unknownContract'];
      409: components['responses']['409.idempotencyKeyReused.wrongState'];
      412: components['responses']['412.preconditionFailed'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  amendmentsDiscard: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
        /** @description The ETag of what the change is meant for, its version is enough: `"12"`. At another version it is refused */
        'If-Match'?: string;
      };
      path: {
        amendment: string;
        contract: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DiscardedAmendment'];
        };
      };
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownAmendment.unknownContract'];
      409: components['responses']['409.idempotencyKeyReused.wrongState'];
      412: components['responses']['412.preconditionFailed'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  amendmentsAgree: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
        /** @description The ETag of what the change is meant for, its version is enough: `"12"`. At another version it is refused */
        'If-Match'?: string;
      };
      path: {
        amendment: string;
        contract: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /** @example {} */
        'application/json': components['schemas']['AmendmentAgreement'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ContractAmendment'];
        };
      };
      202: components['responses']['202.stored'];
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.notAllowed.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownAmendment.unknownContract'];
      409: components['responses']['409.idempotencyKeyReused.lateFact.tooEarly.wrongState'];
      412: components['responses']['412.preconditionFailed'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.afterTerm.atInFuture.beforeTerm.invalidRequest.invalidValue'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  amendmentsPreview: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        amendment: string;
        contract: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AmendmentPreview'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownAmendment.unknownContract'];
      409: components['responses']['409.wrongState'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  amendmentsSend: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
        /** @description The ETag of what the change is meant for, its version is enough: `"12"`. At another version it is refused */
        'If-Match'?: string;
      };
      path: {
        amendment: string;
        contract: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /** @example {} */
        'application/json': components['schemas']['AmendmentSending'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ContractAmendment'];
        };
      };
      202: components['responses']['202.stored'];
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.notAllowed.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownAmendment.unknownContract'];
      409: components['responses']['409.idempotencyKeyReused.lateFact.tooEarly.wrongState'];
      412: components['responses']['412.preconditionFailed'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.afterTerm.atInFuture.beforeTerm.invalidRequest.invalidValue'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  documentsArchive: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        contract: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/zip': string;
        };
      };
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract'];
      409: components['responses']['409.documentsUnfinished'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  bundlesBundle: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        contract: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/zip': string;
        };
      };
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract'];
      409: components['responses']['409.noSealingKey'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  chargesList: {
    parameters: {
      query?: {
        clause?: string;
        /** @description `next` of the page before */
        cursor?: string;
        fixed?: 'true' | 'false';
        limit?: number;
        on?: 'miss' | 'month' | 'obligation' | 'latePayment';
        order?: 'asc' | 'desc';
        /** @description A month, 2025-01 */
        period?: string;
      };
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        contract: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChargeList'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  clausesRead: {
    parameters: {
      query?: {
        /** @description The text as it held, or will hold, then. Left out, as it holds now */
        at?: string;
        language?: 'zh-CN' | 'en';
      };
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        contract: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ContractClauses'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  clockMove: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
      };
      path: {
        contract: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "until": "2025-02-01T00:00:00+08:00"
         *     }
         */
        'application/json': components['schemas']['ClockMove'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Contract'];
        };
      };
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract'];
      409: components['responses']['409.clockIsReal.idempotencyKeyReused'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  decisionsList: {
    parameters: {
      query?: {
        /** @description `next` of the page before */
        cursor?: string;
        limit?: number;
        order?: 'asc' | 'desc';
        request?: string;
      };
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        contract: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DecisionPage'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  decisionsRead: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        contract: string;
        sequence: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Decision'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract.unknownDecision.unknownEntry'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  decisionsVerify: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        contract: string;
        sequence: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Verification'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract.unknownDecision.unknownEntry'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  signingDecline: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
        /** @description The ETag of what the change is meant for, its version is enough: `"12"`. At another version it is refused */
        'If-Match'?: string;
      };
      path: {
        contract: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "party": "client",
         *       "reason": "agreed on by telephone on 6 March"
         *     }
         */
        'application/json': components['schemas']['Declining'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Contract'];
        };
      };
      202: components['responses']['202.stored'];
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.notAllowed.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract'];
      409: components['responses']['409.idempotencyKeyReused.lateFact.tooEarly.wrongState'];
      412: components['responses']['412.preconditionFailed'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.afterTerm.atInFuture.beforeTerm.invalidRequest.invalidValue'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  documentsList: {
    parameters: {
      query?: {
        /** @description `next` of the page before */
        cursor?: string;
        /** @description The period or number that it is of */
        key?: string;
        kind?:
          | 'contract'
          | 'amendment'
          | 'invoice'
          | 'creditNote'
          | 'report'
          | 'statement'
          | 'terminationNotice'
          | 'settlement'
          | 'evidence';
        language?: 'zh-CN' | 'en';
        limit?: number;
        order?: 'asc' | 'desc';
        /** @description Only the documents of this ledger entry. Those of a rehearsal are made when they are asked for like this */
        sequence?: number;
      };
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        contract: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DocumentList'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  documentsGet: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        contract: string;
        sha256: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/pdf': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          'application/vnd.openxmlformats-officedocument.wordprocessingml.document': string;
        };
      };
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract.unknownDocument'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  envelopesList: {
    parameters: {
      query?: {
        /** @description `next` of the page before */
        cursor?: string;
        limit?: number;
        order?: 'asc' | 'desc';
        status?: 'open' | 'completed' | 'declined' | 'withdrawn' | 'expired';
        subject?: 'contract' | 'amendment' | 'termination';
      };
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        contract: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EnvelopeList'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  envelopesRead: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        contract: string;
        envelope: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Envelope'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract.unknownEnvelope'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  envelopesDocument: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        contract: string;
        envelope: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/pdf': string;
        };
      };
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract.unknownEnvelope'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  envelopesEvidence: {
    parameters: {
      query?: {
        lang?: 'zh-CN' | 'en';
      };
      header?: never;
      path: {
        contract: string;
        envelope: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/pdf': string;
        };
      };
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract.unknownEnvelope'];
      409: components['responses']['409.wrongState'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  envelopesSigned: {
    parameters: {
      query?: {
        lang?: 'zh-CN' | 'en';
      };
      header?: never;
      path: {
        contract: string;
        envelope: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/pdf': string;
        };
      };
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract.unknownEnvelope'];
      409: components['responses']['409.wrongState'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  envelopesLink: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        contract: string;
        envelope: string;
        signer: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SigningLink'];
        };
      };
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract.unknownEnvelope'];
      409: components['responses']['409.wrongState'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  envelopesWithdraw: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
        /** @description The ETag of what the change is meant for, its version is enough: `"12"`. At another version it is refused */
        'If-Match'?: string;
      };
      path: {
        contract: string;
        envelope: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "reason": "agreed on by telephone on 6 March"
         *     }
         */
        'application/json': components['schemas']['Withdrawal'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Envelope'];
        };
      };
      202: components['responses']['202.stored'];
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.notAllowed.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract.unknownEnvelope'];
      409: components['responses']['409.idempotencyKeyReused.lateFact.tooEarly.wrongState'];
      412: components['responses']['412.preconditionFailed'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.afterTerm.atInFuture.beforeTerm.invalidRequest.invalidValue'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  foreseenRequestRead: {
    parameters: {
      query: {
        /** @description When it would be put on record. Left out: now, or where a manual clock stands */
        at?: string;
        coreBusinessDown?: 'true' | 'false';
        impact: 'high' | 'medium' | 'low';
        severeSecurityRisk?: 'true' | 'false';
        urgency: 'high' | 'medium' | 'low';
      };
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        contract: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ForeseenRequest'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.notAllowed.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract'];
      409: components['responses']['409.wrongState'];
      422: components['responses']['422.afterTerm.atInFuture.beforeTerm.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  historiesList: {
    parameters: {
      query?: {
        /** @description `next` of the page before */
        cursor?: string;
        limit?: number;
        order?: 'asc' | 'desc';
      };
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        contract: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HistoryRunPage'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  historiesRead: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        contract: string;
        run: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RawHistory'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract.unknownHistory'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  historiesTimeline: {
    parameters: {
      query?: {
        /** @description `next` of the page before */
        cursor?: string;
        limit?: number;
      };
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        contract: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HappeningPage'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  invoicesList: {
    parameters: {
      query?: {
        /** @description `next` of the page before */
        cursor?: string;
        limit?: number;
        order?: 'asc' | 'desc';
        /** @description As it stands now */
        status?: 'open' | 'partlyPaid' | 'paid' | 'overdue';
      };
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        contract: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['InvoiceList'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  invoicesRead: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        contract: string;
        /** @description A month, 2025-01 */
        period: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Invoice'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract.unknownPeriod'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  electronicInvoiceRead: {
    parameters: {
      query?: {
        format?: 'json' | 'csv';
        /** @description creditNote: the red e-invoice (红字) of penalties offset against the invoice */
        kind?: 'invoice' | 'creditNote';
      };
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        contract: string;
        /** @description A month, 2025-01 */
        period: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ElectronicInvoice'];
          'text/csv': string;
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract.unknownPeriod'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  ledgerList: {
    parameters: {
      query?: {
        /** @description `next` of the page before */
        cursor?: string;
        /** @description Only the entries of this kind, `penalty.fixed` */
        kind?: string;
        limit?: number;
        order?: 'asc' | 'desc';
        /** @description Only the entries that are about this request */
        request?: string;
      };
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        contract: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LedgerPage'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  ledgerRead: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        contract: string;
        sequence: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ToldLedgerEntry'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract.unknownEntry'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  ledgerProofProof: {
    parameters: {
      query?: {
        checkpoint?: number;
      };
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        contract: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LedgerProof'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownCheckpoint.unknownContract'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  ledgerVerify: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        contract: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LedgerVerification'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  mailsList: {
    parameters: {
      query?: {
        /** @description `next` of the page before */
        cursor?: string;
        limit?: number;
        order?: 'asc' | 'desc';
        status?: 'queued' | 'sent' | 'failed';
        /** @description What the letter is: invoice, report */
        template?: string;
      };
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        contract: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MailList'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  mailsRetry: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
      };
      path: {
        contract: string;
        mail: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Mail'];
        };
      };
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract.unknownMail'];
      409: components['responses']['409.idempotencyKeyReused'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  missesList: {
    parameters: {
      query?: {
        /** @description `next` of the page before */
        cursor?: string;
        fixed?: 'true' | 'false';
        limit?: number;
        order?: 'asc' | 'desc';
        /** @description A month, 2025-01 */
        period?: string;
        priority?: string;
        request?: string;
        target?: string;
        waived?: 'true' | 'false';
      };
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        contract: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MissList'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  monthsList: {
    parameters: {
      query?: {
        /** @description `next` of the page before */
        cursor?: string;
        limit?: number;
        order?: 'asc' | 'desc';
        /** @description `dropped`: the contract ended before it */
        status?: 'closed' | 'underWay' | 'ahead' | 'dropped';
      };
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        contract: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MonthList'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  obligationsList: {
    parameters: {
      query?: {
        /** @description `next` of the page before */
        cursor?: string;
        limit?: number;
        missed?: 'true' | 'false';
        order?: 'asc' | 'desc';
        performed?: 'true' | 'false';
      };
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        contract: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ObligationList'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  obligationsExcuse: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
        /** @description The ETag of what the change is meant for, its version is enough: `"12"`. At another version it is refused */
        'If-Match'?: string;
      };
      path: {
        contract: string;
        obligation: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "days": 7,
         *       "reason": "agreed on by telephone on 6 March"
         *     }
         */
        'application/json': components['schemas']['NewExcuse'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Obligation'];
        };
      };
      202: components['responses']['202.stored'];
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.notAllowed.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract.unknownObligation'];
      409: components['responses']['409.idempotencyKeyReused.lateFact.tooEarly.wrongState'];
      412: components['responses']['412.preconditionFailed'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.afterTerm.atInFuture.beforeTerm.invalidRequest.invalidValue'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  obligationsPerform: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
        /** @description The ETag of what the change is meant for, its version is enough: `"12"`. At another version it is refused */
        'If-Match'?: string;
      };
      path: {
        contract: string;
        obligation: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "at": "2025-03-01T10:00:00+08:00"
         *     }
         */
        'application/json': components['schemas']['Performance'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Obligation'];
        };
      };
      202: components['responses']['202.stored'];
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.notAllowed.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract.unknownObligation'];
      409: components['responses']['409.idempotencyKeyReused.lateFact.tooEarly.wrongState'];
      412: components['responses']['412.preconditionFailed'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.afterTerm.atInFuture.beforeTerm.invalidRequest.invalidValue'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  paymentsList: {
    parameters: {
      query?: {
        /** @description `next` of the page before */
        cursor?: string;
        /** @description Only what is on record for this instant or later */
        from?: string;
        kind?: 'received' | 'paidOut';
        limit?: number;
        order?: 'asc' | 'desc';
        /** @description Only what is on record for an earlier instant */
        to?: string;
      };
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        contract: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PaymentList'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  paymentsReceive: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
        /** @description The ETag of what the change is meant for, its version is enough: `"12"`. At another version it is refused */
        'If-Match'?: string;
      };
      path: {
        contract: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "amount": "20000.00",
         *       "reference": "2025-01"
         *     }
         */
        'application/json': components['schemas']['NewPayment'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Payment'];
        };
      };
      202: components['responses']['202.stored'];
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.notAllowed.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract.unknownPeriod'];
      409: components['responses']['409.idempotencyKeyReused.lateFact.tooEarly.wrongState'];
      412: components['responses']['412.preconditionFailed'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.afterTerm.atInFuture.beforeTerm.invalidRequest.invalidValue'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  paymentsPayOut: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
        /** @description The ETag of what the change is meant for, its version is enough: `"12"`. At another version it is refused */
        'If-Match'?: string;
      };
      path: {
        contract: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "amount": "100.00"
         *     }
         */
        'application/json': components['schemas']['NewPayout'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Payment'];
        };
      };
      202: components['responses']['202.stored'];
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.notAllowed.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract'];
      409: components['responses']['409.idempotencyKeyReused.lateFact.tooEarly.wrongState'];
      412: components['responses']['412.preconditionFailed'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.afterTerm.atInFuture.beforeTerm.invalidRequest.invalidValue'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  receiptsList: {
    parameters: {
      query?: {
        /** @description `next` of the page before */
        cursor?: string;
        kind?: 'priority' | 'deadline' | 'miss' | 'penalty' | 'month' | 'terminationRight' | 'invoice';
        limit?: number;
        order?: 'asc' | 'desc';
        /** @description A month, 2025-01 */
        period?: string;
        request?: string;
      };
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        contract: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DecisionReceiptPage'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  receiptsRead: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        contract: string;
        receipt: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DecisionReceipt'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract.unknownDecision'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  receiptsVerify: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        contract: string;
        receipt: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptVerification'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract.unknownDecision'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  renewalsRead: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        contract: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Renewals'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  renewalsDraft: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
        /** @description The ETag of what the change is meant for, its version is enough: `"12"`. At another version it is refused */
        'If-Match'?: string;
      };
      path: {
        contract: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "termMonths": 12
         *     }
         */
        'application/json': components['schemas']['NewRenewal'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Contract'];
        };
      };
      202: components['responses']['202.stored'];
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.notAllowed.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract'];
      409: components['responses']['409.duplicateContract.idempotencyKeyReused.lateFact.tooEarly.wrongState'];
      412: components['responses']['412.preconditionFailed'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.afterTerm.atInFuture.beforeTerm.invalidRequest.invalidValue'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  renewalsObject: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
        /** @description The ETag of what the change is meant for, its version is enough: `"12"`. At another version it is refused */
        'If-Match'?: string;
      };
      path: {
        contract: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "party": "client",
         *       "reason": "agreed on by telephone on 6 March"
         *     }
         */
        'application/json': components['schemas']['RenewalObjection'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Renewals'];
        };
      };
      202: components['responses']['202.stored'];
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.notAllowed.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract'];
      409: components['responses']['409.idempotencyKeyReused.lateFact.tooEarly.wrongState'];
      412: components['responses']['412.preconditionFailed'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.afterTerm.atInFuture.beforeTerm.invalidRequest.invalidValue'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  reportsList: {
    parameters: {
      query?: {
        /** @description `next` of the page before */
        cursor?: string;
        late?: 'true' | 'false';
        limit?: number;
        order?: 'asc' | 'desc';
        submitted?: 'true' | 'false';
      };
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        contract: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReportList'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  reportsRead: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        contract: string;
        /** @description A month, 2025-01 */
        period: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Report'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract.unknownPeriod'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  reportsSubmit: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
        /** @description The ETag of what the change is meant for, its version is enough: `"12"`. At another version it is refused */
        'If-Match'?: string;
      };
      path: {
        contract: string;
        /** @description A month, 2025-01 */
        period: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "knowledgeBaseContributions": 2
         *     }
         */
        'application/json': components['schemas']['ReportSubmission'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Report'];
        };
      };
      202: components['responses']['202.stored'];
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.notAllowed.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract.unknownPeriod'];
      409: components['responses']['409.idempotencyKeyReused.lateFact.tooEarly.wrongState'];
      412: components['responses']['412.preconditionFailed'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.afterTerm.atInFuture.beforeTerm.invalidRequest.invalidValue'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  requestsList: {
    parameters: {
      query?: {
        /** @description `next` of the page before */
        cursor?: string;
        limit?: number;
        order?: 'asc' | 'desc';
        priority?: string;
        status?: 'open' | 'paused' | 'resolved' | 'closed';
      };
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        contract: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RequestPage'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  requestsRecord: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
        /** @description The ETag of what the change is meant for, its version is enough: `"12"`. At another version it is refused */
        'If-Match'?: string;
      };
      path: {
        contract: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "urgency": "high",
         *       "impact": "high",
         *       "coreBusinessDown": true,
         *       "channel": "hotline",
         *       "receivedAt": "2025-01-06T08:58:00+08:00",
         *       "at": "2025-01-06T09:00:00+08:00"
         *     }
         */
        'application/json': components['schemas']['NewRequest'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Request'];
        };
      };
      202: components['responses']['202.stored'];
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.notAllowed.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract'];
      409: components['responses']['409.duplicateRequest.idempotencyKeyReused.lateFact.tooEarly.wrongState'];
      412: components['responses']['412.preconditionFailed'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.afterTerm.atInFuture.beforeTerm.invalidRequest.invalidValue'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  requestsRead: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        contract: string;
        request: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description The version, for If-Match of a change; then the hash of this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Request'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract.unknownRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  requestsAct: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
        /** @description The ETag of what the change is meant for, its version is enough: `"12"`. At another version it is refused */
        'If-Match'?: string;
      };
      path: {
        contract: string;
        request: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "type": "respond",
         *       "at": "2025-01-06T09:20:00+08:00"
         *     }
         */
        'application/json': components['schemas']['RequestAction'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Request'];
        };
      };
      202: components['responses']['202.stored'];
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.notAllowed.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract.unknownRequest'];
      409: components['responses']['409.idempotencyKeyReused.lateFact.tooEarly.wrongState'];
      412: components['responses']['412.preconditionFailed'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.afterTerm.atInFuture.beforeTerm.invalidRequest.invalidValue'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  attachmentsList: {
    parameters: {
      query?: {
        /** @description `next` of the page before */
        cursor?: string;
        limit?: number;
        order?: 'asc' | 'desc';
        /** @description `mail`: a file of the mail that became the request; `original`: that mail, as it came */
        source?: 'upload' | 'mail' | 'original';
      };
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        contract: string;
        request: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AttachmentList'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract.unknownRequest'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  attachmentsAdd: {
    parameters: {
      query: {
        /** @description Under which it is shown and saved */
        fileName: string;
      };
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
      };
      path: {
        contract: string;
        request: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/octet-stream': string;
      };
    };
    responses: {
      /** @description The request had it already */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Attachment'];
        };
      };
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Attachment'];
        };
      };
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract.unknownRequest'];
      409: components['responses']['409.idempotencyKeyReused.tooManyAttachments'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.attachmentTypeNotAllowed.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  attachmentsGet: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        attachment: string;
        contract: string;
        request: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/pdf': string;
          'application/vnd.openxmlformats-officedocument.presentationml.presentation': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          'application/vnd.openxmlformats-officedocument.wordprocessingml.document': string;
          'image/gif': string;
          'image/jpeg': string;
          'image/png': string;
          'image/webp': string;
          'message/rfc822': string;
          'text/plain': string;
        };
      };
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownAttachment.unknownContract.unknownRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  whatIfRead: {
    parameters: {
      query: {
        /** @description When; it may lie ahead. Left out: now, or where a manual clock stands; for `miss` the next deadline of the request */
        at?: string;
        /** @description `miss`: nothing happens up to and including `at` */
        event:
          'respond' | 'workaround' | 'path' | 'resolve' | 'close' | 'reopen' | 'pause' | 'resume' | 'miss';
        /** @description Of a pause: one of `pauseReasons` of the request */
        reason?: string;
      };
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        contract: string;
        request: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WhatIf'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.notAllowed.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract.unknownRequest'];
      409: components['responses']['409.lateFact.wrongState'];
      422: components['responses']['422.afterTerm.invalidRequest.invalidValue'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  signingSend: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
        /** @description The ETag of what the change is meant for, its version is enough: `"12"`. At another version it is refused */
        'If-Match'?: string;
      };
      path: {
        contract: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /** @example {} */
        'application/json': components['schemas']['Sending'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Contract'];
        };
      };
      202: components['responses']['202.stored'];
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.notAllowed.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract'];
      409: components['responses']['409.idempotencyKeyReused.lateFact.tooEarly.wrongState'];
      412: components['responses']['412.preconditionFailed'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.afterTerm.atInFuture.beforeTerm.invalidRequest.invalidValue'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  shadowsList: {
    parameters: {
      query?: {
        /** @description `next` of the page before */
        cursor?: string;
        limit?: number;
        order?: 'asc' | 'desc';
        /** @description Whether it was not stopped yet */
        running?: 'true' | 'false';
      };
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        contract: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['ShadowLine'][];
            /** @description The cursor of the next page; null on the last */
            next: string | null;
          };
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  shadowsStart: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
      };
      path: {
        contract: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "amendment": {
         *         "parameters": {
         *           "penaltyPermille": "10"
         *         }
         *       }
         *     }
         */
        'application/json': {
          amendment: components['schemas']['Amendment'];
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ShadowLine'];
        };
      };
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract'];
      409: components['responses']['409.idempotencyKeyReused.wrongState'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  shadowsRead: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        contract: string;
        shadow: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Shadow'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  shadowsStop: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
      };
      path: {
        contract: string;
        shadow: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Shadow'];
        };
      };
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract'];
      409: components['responses']['409.idempotencyKeyReused.wrongState'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  signingSign: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
        /** @description The ETag of what the change is meant for, its version is enough: `"12"`. At another version it is refused */
        'If-Match'?: string;
      };
      path: {
        contract: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "party": "client",
         *       "signer": "王强"
         *     }
         */
        'application/json': components['schemas']['Signature'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Contract'];
        };
      };
      202: components['responses']['202.stored'];
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.notAllowed.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract'];
      409: components['responses']['409.idempotencyKeyReused.lateFact.tooEarly.wrongState'];
      412: components['responses']['412.preconditionFailed'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.afterTerm.atInFuture.beforeTerm.invalidRequest.invalidValue'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  statementsList: {
    parameters: {
      query?: {
        /** @description Whether a line of it is contested and not decided */
        contested?: 'true' | 'false';
        /** @description `next` of the page before */
        cursor?: string;
        limit?: number;
        /** @description Whether either party may still accept or contest it */
        open?: 'true' | 'false';
        order?: 'asc' | 'desc';
      };
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        contract: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StatementList'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  statementsRead: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        contract: string;
        /** @description A month, 2025-01 */
        period: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Statement'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract.unknownPeriod'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  statementsAccept: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
        /** @description The ETag of what the change is meant for, its version is enough: `"12"`. At another version it is refused */
        'If-Match'?: string;
      };
      path: {
        contract: string;
        /** @description A month, 2025-01 */
        period: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "party": "client"
         *     }
         */
        'application/json': components['schemas']['StatementAcceptance'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Statement'];
        };
      };
      202: components['responses']['202.stored'];
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.notAllowed.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract.unknownPeriod'];
      409: components['responses']['409.idempotencyKeyReused.lateFact.tooEarly.wrongState'];
      412: components['responses']['412.preconditionFailed'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.afterTerm.atInFuture.beforeTerm.invalidRequest.invalidValue'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  statementsContest: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
        /** @description The ETag of what the change is meant for, its version is enough: `"12"`. At another version it is refused */
        'If-Match'?: string;
      };
      path: {
        contract: string;
        /** @description A month, 2025-01 */
        period: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "line": "miss/I-000001/response@2025-01-06T01:15:00Z",
         *       "party": "client",
         *       "reason": "agreed on by telephone on 6 March"
         *     }
         */
        'application/json': components['schemas']['NewContest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Statement'];
        };
      };
      202: components['responses']['202.stored'];
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.notAllowed.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract.unknownPeriod'];
      409: components['responses']['409.idempotencyKeyReused.lateFact.tooEarly.wrongState'];
      412: components['responses']['412.preconditionFailed'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.afterTerm.atInFuture.beforeTerm.invalidRequest.invalidValue'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  statementsDecide: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
        /** @description The ETag of what the change is meant for, its version is enough: `"12"`. At another version it is refused */
        'If-Match'?: string;
      };
      path: {
        contract: string;
        /** @description A month, 2025-01 */
        period: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "line": "miss/I-000001/response@2025-01-06T01:15:00Z",
         *       "decision": "stands",
         *       "reason": "agreed on by telephone on 6 March"
         *     }
         */
        'application/json': components['schemas']['ContestDecision'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Statement'];
        };
      };
      202: components['responses']['202.stored'];
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.needsAnotherPerson.notAllowed.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract.unknownPeriod'];
      409: components['responses']['409.idempotencyKeyReused.lateFact.tooEarly.wrongState'];
      412: components['responses']['412.preconditionFailed'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.afterTerm.atInFuture.beforeTerm.invalidRequest.invalidValue'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  storyRead: {
    parameters: {
      query?: {
        /** @description false leaves the workflow histories out: Temporal is not asked then */
        histories?: 'true' | 'false';
      };
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        contract: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ContractStory'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  terminationRead: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        contract: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TerminationTracker'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  signingTerminate: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
        /** @description The ETag of what the change is meant for, its version is enough: `"12"`. At another version it is refused */
        'If-Match'?: string;
      };
      path: {
        contract: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "kind": "exercise"
         *     }
         */
        'application/json': components['schemas']['Termination'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Contract'];
        };
      };
      202: components['responses']['202.stored'];
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.notAllowed.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract'];
      409: components['responses']['409.idempotencyKeyReused.lateFact.noRight.tooEarly.wrongState'];
      412: components['responses']['412.preconditionFailed'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.afterTerm.atInFuture.beforeTerm.invalidRequest.invalidValue'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  terminationAgree: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
        /** @description The ETag of what the change is meant for, its version is enough: `"12"`. At another version it is refused */
        'If-Match'?: string;
      };
      path: {
        contract: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "effectiveAt": "2025-10-01T00:00:00+08:00",
         *       "reason": "agreed on by telephone on 6 March"
         *     }
         */
        'application/json': components['schemas']['NewTerminationAgreement'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TerminationTracker'];
        };
      };
      202: components['responses']['202.stored'];
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.notAllowed.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract'];
      409: components['responses']['409.idempotencyKeyReused.lateFact.tooEarly.wrongState'];
      412: components['responses']['412.preconditionFailed'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.afterTerm.atInFuture.beforeTerm.invalidRequest.invalidValue'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  foreseenEndRead: {
    parameters: {
      query: {
        /** @description When the notice arrives, or the agreement is made. Left out: now, or where a manual clock stands */
        at?: string;
        /** @description The end that is agreed on: needed for `agreement` */
        effectiveAt?: string;
        /** @description Who gives notice; the client when left out */
        party?: 'client' | 'provider';
        /** @description The client exercises its right, a party gives notice without a ground, or both agree on an end */
        way: 'exercise' | 'notice' | 'agreement';
      };
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        contract: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ForeseenEnd'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract'];
      409: components['responses']['409.lateFact.noRight.wrongState'];
      422: components['responses']['422.invalidRequest.invalidValue'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  terminationNotice: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
        /** @description The ETag of what the change is meant for, its version is enough: `"12"`. At another version it is refused */
        'If-Match'?: string;
      };
      path: {
        contract: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "party": "client"
         *     }
         */
        'application/json': components['schemas']['TerminationNotice'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TerminationTracker'];
        };
      };
      202: components['responses']['202.stored'];
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.notAllowed.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract'];
      409: components['responses']['409.idempotencyKeyReused.lateFact.noRight.tooEarly.wrongState'];
      412: components['responses']['412.preconditionFailed'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.afterTerm.atInFuture.beforeTerm.invalidRequest.invalidValue'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  terminationWaiveRight: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
        /** @description The ETag of what the change is meant for, its version is enough: `"12"`. At another version it is refused */
        'If-Match'?: string;
      };
      path: {
        contract: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "reason": "agreed on by telephone on 6 March"
         *     }
         */
        'application/json': components['schemas']['RightWaiver'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TerminationTracker'];
        };
      };
      202: components['responses']['202.stored'];
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.notAllowed.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract'];
      409: components['responses']['409.idempotencyKeyReused.lateFact.noRight.tooEarly.wrongState'];
      412: components['responses']['412.preconditionFailed'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.afterTerm.atInFuture.beforeTerm.invalidRequest.invalidValue'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  termsRead: {
    parameters: {
      query?: {
        /** @description An instant of the past or the future. Left out, where the contract stands */
        at?: string;
      };
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        contract: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TermsAt'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  timelineRead: {
    parameters: {
      query?: {
        /** @description `next` of the page before */
        cursor?: string;
        limit?: number;
        upcoming?: number;
      };
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        contract: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Timeline'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  missesPropose: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
        /** @description The ETag of what the change is meant for, its version is enough: `"12"`. At another version it is refused */
        'If-Match'?: string;
      };
      path: {
        contract: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "request": "I-000001",
         *       "target": "response",
         *       "reason": "agreed on by telephone on 6 March"
         *     }
         */
        'application/json': components['schemas']['NewWaiver'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Miss'];
        };
      };
      202: components['responses']['202.stored'];
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.notAllowed.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract.unknownMiss.unknownRequest'];
      409: components['responses']['409.alreadyWaived.idempotencyKeyReused.lateFact.tooEarly.wrongState'];
      412: components['responses']['412.preconditionFailed'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.afterTerm.atInFuture.beforeTerm.invalidRequest.invalidValue'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  missesApprove: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
        /** @description The ETag of what the change is meant for, its version is enough: `"12"`. At another version it is refused */
        'If-Match'?: string;
      };
      path: {
        contract: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "request": "I-000001",
         *       "target": "response",
         *       "reason": "agreed on by telephone on 6 March"
         *     }
         */
        'application/json': components['schemas']['NewWaiver'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Miss'];
        };
      };
      202: components['responses']['202.stored'];
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.needsAnotherPerson.notAllowed.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownContract.unknownMiss.unknownRequest'];
      409: components['responses']['409.alreadyWaived.idempotencyKeyReused.lateFact.tooEarly.wrongState'];
      412: components['responses']['412.preconditionFailed'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.afterTerm.atInFuture.beforeTerm.invalidRequest.invalidValue'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  deskRead: {
    parameters: {
      query?: {
        clientId?: string;
        /** @description `manual` is a rehearsal */
        clock?: 'real' | 'manual';
        contract?: string;
        /** @description `next` of the page before */
        cursor?: string;
        /** @description Only those whose next deadline comes before it */
        dueBefore?: string;
        limit?: number;
        priority?: string;
        /** @description `moneyAtRisk`: what costs most if it is missed first, then the nearest deadline. `dueAt`: the nearest deadline first. Requests whose clocks stand still come last */
        sort?: 'moneyAtRisk' | 'dueAt';
      };
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['QueuePage'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  deskTerminationRights: {
    parameters: {
      query?: {
        clientId?: string;
        /** @description `manual` is a rehearsal */
        clock?: 'real' | 'manual';
        contract?: string;
        /** @description `next` of the page before */
        cursor?: string;
        limit?: number;
        /** @description `true`: only contracts with a right that can be exercised now */
        open?: 'true' | 'false';
      };
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TerminationRightsPage'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  documentsByHashFind: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        sha256: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FoundDocument'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownDocument'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  eventsTypes: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EventTypeList'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  eventsList: {
    parameters: {
      query?: {
        contract?: string;
        /** @description `next` of the page before */
        cursor?: string;
        limit?: number;
        type?:
          | 'pacta.amendment.agreed.v1'
          | 'pacta.amendment.declined.v1'
          | 'pacta.amendment.effective.v1'
          | 'pacta.amendment.lapsed.v1'
          | 'pacta.amendment.sent.v1'
          | 'pacta.amendment.signed.v1'
          | 'pacta.amendment.withdrawn.v1'
          | 'pacta.charge.fixed.v1'
          | 'pacta.contract.activated.v1'
          | 'pacta.contract.closed.v1'
          | 'pacta.contract.declined.v1'
          | 'pacta.contract.drafted.v1'
          | 'pacta.contract.ended.v1'
          | 'pacta.contract.lapsed.v1'
          | 'pacta.contract.renewedByClause.v1'
          | 'pacta.contract.sent.v1'
          | 'pacta.contract.signed.v1'
          | 'pacta.contract.withdrawn.v1'
          | 'pacta.document.issued.v1'
          | 'pacta.invoice.issued.v1'
          | 'pacta.invoice.overdue.v1'
          | 'pacta.miss.annulled.v1'
          | 'pacta.miss.waived.v1'
          | 'pacta.month.assessed.v1'
          | 'pacta.month.reassessed.v1'
          | 'pacta.obligation.excused.v1'
          | 'pacta.obligation.missed.v1'
          | 'pacta.obligation.performed.v1'
          | 'pacta.opening.taken.v1'
          | 'pacta.payment.received.v1'
          | 'pacta.payment.reminded.v1'
          | 'pacta.penalty.fixed.v1'
          | 'pacta.renewal.arisen.v1'
          | 'pacta.renewal.linked.v1'
          | 'pacta.renewal.noticePassed.v1'
          | 'pacta.renewal.objected.v1'
          | 'pacta.report.drawnUp.v1'
          | 'pacta.report.overdue.v1'
          | 'pacta.report.reminded.v1'
          | 'pacta.report.submitted.v1'
          | 'pacta.request.closed.v1'
          | 'pacta.request.path.v1'
          | 'pacta.request.paused.v1'
          | 'pacta.request.rated.v1'
          | 'pacta.request.reclassified.v1'
          | 'pacta.request.recorded.v1'
          | 'pacta.request.reopened.v1'
          | 'pacta.request.resolved.v1'
          | 'pacta.request.responded.v1'
          | 'pacta.request.resumed.v1'
          | 'pacta.request.workaround.v1'
          | 'pacta.settlement.drawnUp.v1'
          | 'pacta.settlement.paidOut.v1'
          | 'pacta.settlement.revised.v1'
          | 'pacta.signature.delegated.v1'
          | 'pacta.signature.viewed.v1'
          | 'pacta.signing.invited.v1'
          | 'pacta.signing.reminded.v1'
          | 'pacta.statement.accepted.v1'
          | 'pacta.statement.contested.v1'
          | 'pacta.statement.decided.v1'
          | 'pacta.target.met.v1'
          | 'pacta.target.missed.v1'
          | 'pacta.target.pending.v1'
          | 'pacta.target.withdrawn.v1'
          | 'pacta.termination.agreed.v1'
          | 'pacta.termination.declined.v1'
          | 'pacta.termination.exercised.v1'
          | 'pacta.termination.lapsed.v1'
          | 'pacta.termination.noticed.v1'
          | 'pacta.termination.sent.v1'
          | 'pacta.termination.signed.v1'
          | 'pacta.termination.withdrawn.v1'
          | 'pacta.terminationRight.arisen.v1'
          | 'pacta.terminationRight.lapsed.v1'
          | 'pacta.terminationRight.lost.v1'
          | 'pacta.terminationRight.waived.v1'
          | 'pacta.waiver.proposed.v1';
      };
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EventFeed'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  intakeTake: {
    parameters: {
      query: {
        /** @description Of every mail that comes this way */
        impact: 'high' | 'medium' | 'low';
        /** @description Of every mail that comes this way: a mail is not asked */
        urgency: 'high' | 'medium' | 'low';
      };
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
        /** @description The ETag of what the change is meant for, its version is enough: `"12"`. At another version it is refused */
        'If-Match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'message/rfc822': string;
      };
    };
    responses: {
      /** @description It was one already, or it is ignored */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MailTaken'];
        };
      };
      /** @description It is a request now */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MailTaken'];
        };
      };
      202: components['responses']['202.stored'];
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.notAllowed.passwordChangeNeeded'];
      404: components['responses']['404.unknownContract'];
      409: components['responses']['409.idempotencyKeyReused.lateFact.tooEarly.wrongState'];
      412: components['responses']['412.preconditionFailed'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.afterTerm.atInFuture.beforeTerm.invalidRequest.invalidValue.unroutableMail'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  keysList: {
    parameters: {
      query?: {
        /** @description `next` of the page before */
        cursor?: string;
        limit?: number;
        order?: 'asc' | 'desc';
      };
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['KeyPage'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  keysMake: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "erp",
         *       "role": "integration",
         *       "clients": [
         *         "acme"
         *       ]
         *     }
         */
        'application/json': components['schemas']['NewKey'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NewlyMadeKey'];
        };
      };
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.passwordChangeNeeded'];
      409: components['responses']['409.duplicateKey'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  keysRead: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        key: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description The version, for If-Match of a change; then the hash of this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Key'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownKey'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  keysRevoke: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
        /** @description The ETag of what the change is meant for, its version is enough: `"12"`. At another version it is refused */
        'If-Match'?: string;
      };
      path: {
        key: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Key'];
        };
      };
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownKey'];
      409: components['responses']['409.idempotencyKeyReused'];
      412: components['responses']['412.preconditionFailed'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  keysRotate: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of what the change is meant for, its version is enough: `"12"`. At another version it is refused */
        'If-Match'?: string;
      };
      path: {
        key: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "overlapMinutes": 60
         *     }
         */
        'application/json': components['schemas']['KeyRotation'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NewlyMadeKey'];
        };
      };
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownKey'];
      412: components['responses']['412.preconditionFailed'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  operationsList: {
    parameters: {
      query?: {
        /** @description `next` of the page before */
        cursor?: string;
        kind?: 'contractStarts';
        limit?: number;
        order?: 'asc' | 'desc';
        status?: 'queued' | 'running' | 'completed' | 'cancelling' | 'cancelled';
      };
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OperationPage'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  operationsRead: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        operation: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Operation'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownOperation'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  operationsCancel: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
      };
      path: {
        operation: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Operation'];
        };
      };
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownOperation'];
      409: components['responses']['409.idempotencyKeyReused.wrongState'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  operationsResults: {
    parameters: {
      query?: {
        /** @description `next` of the page before */
        cursor?: string;
        limit?: number;
        order?: 'asc' | 'desc';
        status?: 'waiting' | 'running' | 'succeeded' | 'failed' | 'skipped';
      };
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        operation: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OperationResultPage'];
          'application/x-ndjson': string;
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownOperation'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  operationsStart: {
    parameters: {
      query?: {
        /** @description `send`: each draft is sent for signing as well, to the contact person of each party */
        then?: 'draft' | 'send';
      };
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/x-ndjson': string;
      };
    };
    responses: {
      /** @description Stored: its lines are worked on from now on */
      202: {
        headers: {
          /** @description The address of the operation */
          Location?: string;
          /** @description Seconds */
          'Retry-After'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Operation'];
        };
      };
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.passwordChangeNeeded'];
      409: components['responses']['409.idempotencyKeyReused'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  policyRead: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Policy'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  portfolioRead: {
    parameters: {
      query?: {
        clientId?: string;
        /** @description Contracts that follow the time of day, or rehearsals; never both in one figure */
        clock?: 'real' | 'manual';
        expiringWithinDays?: number;
      };
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Portfolio'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  allRequestsList: {
    parameters: {
      query?: {
        /** @description `manual` is a rehearsal */
        clock?: 'real' | 'manual';
        /** @description `next` of the page before */
        cursor?: string;
        limit?: number;
        /** @description Left out: `asc` by `due`, `desc` by `recorded` */
        order?: 'asc' | 'desc';
        priority?: string;
        /** @description `due`: those with a deadline ahead, the nearest first. `recorded`: all, the newest first */
        sort?: 'due' | 'recorded';
        status?: 'open' | 'paused' | 'resolved' | 'closed';
      };
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RequestPage'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  sessionsEnter: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "login": "li.na",
         *       "password": "a password that is long enough"
         *     }
         */
        'application/json': components['schemas']['SignIn'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Session'];
        };
      };
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.signInFailed'];
      403: components['responses']['403.crossOrigin'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  sessionsRead: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Session'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.noSession'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  sessionsLeave: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionEnded'];
        };
      };
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.noSession'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  sessionsChoosePassword: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "currentPassword": "a password that is long enough",
         *       "newPassword": "another one that is long enough"
         *     }
         */
        'application/json': components['schemas']['PasswordChange'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Session'];
        };
      };
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.noSession'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  sessionsDemo: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DemoDoors'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  sessionsEnterDemo: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "role": "desk"
         *     }
         */
        'application/json': components['schemas']['DemoSignIn'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Session'];
        };
      };
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.signInFailed'];
      403: components['responses']['403.crossOrigin'];
      404: components['responses']['404.notFound'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  templatesList: {
    parameters: {
      query?: {
        /** @description `next` of the page before */
        cursor?: string;
        limit?: number;
        order?: 'asc' | 'desc';
        /** @description Only templates whose leading version has it: `shipped` came with the product */
        origin?: 'shipped' | 'stored';
        /** @description Only templates with a version in this state, and those versions */
        state?: 'draft' | 'inReview' | 'published' | 'retired';
      };
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TemplateList'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  templatesImport: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "files": {
         *         "variant.json": "{\n  \"id\": \"acme-support\",\n  \"version\": \"1.0.0\",\n  \"title\": {\n    \"zh-CN\": \"IT 技术支持服务合同（Acme）\",\n    \"en\": \"IT Technical Support Service Contract (Acme)\"\n  },\n  \"description\": {\n    \"zh-CN\": \"Acme 的技术支持合同。\",\n    \"en\": \"The support contract of Acme.\"\n  },\n  \"client\": \"Acme\",\n  \"extends\": {\n    \"template\": \"it-support-2025\",\n    \"version\": \"1.0.0\"\n  },\n  \"parameters\": {\n    \"penaltyPermille\": {\n      \"fixed\": \"3\"\n    }\n  }\n}"
         *       }
         *     }
         */
        'application/json': components['schemas']['TemplatePackage'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TemplateVersion'];
        };
      };
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.unknownTemplate.unknownTemplateVersion'];
      409: components['responses']['409.duplicateTemplateVersion.idempotencyKeyReused.shippedTemplate.templateInvalid'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  templatesRead: {
    parameters: {
      query?: {
        language?: 'zh-CN' | 'en';
        /** @description Left out: the newest published version, or the newest of all where none is published */
        version?: string;
      };
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        template: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Template'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownTemplate.unknownTemplateVersion'];
      409: components['responses']['409.templateInvalid'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  templatesDiff: {
    parameters: {
      query: {
        /** @description A version of the template, or of the one that `fromTemplate` names */
        from: string;
        /** @description The template that `from` is a version of: of a variant, say, its base. Left out, it is the template itself */
        fromTemplate?: string;
        language?: 'zh-CN' | 'en';
        /** @description Another version of the template */
        to: string;
      };
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        template: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TemplateRedline'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownTemplate.unknownTemplateVersion'];
      409: components['responses']['409.templateInvalid'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  versionsList: {
    parameters: {
      query?: {
        /** @description `next` of the page before */
        cursor?: string;
        limit?: number;
        order?: 'asc' | 'desc';
        /** @description `shipped` came with the product and is read-only */
        origin?: 'shipped' | 'stored';
        state?: 'draft' | 'inReview' | 'published' | 'retired';
      };
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        template: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TemplateVersionList'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownTemplate'];
      409: components['responses']['409.templateInvalid'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  versionsRead: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        template: string;
        version: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description The version, for If-Match of a change; then the hash of this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TemplateVersion'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownTemplate.unknownTemplateVersion'];
      409: components['responses']['409.templateInvalid'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  versionChecksExplain: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
      };
      path: {
        template: string;
        version: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "set": "priority",
         *       "facts": {
         *         "urgency": "high",
         *         "impact": "high",
         *         "coreBusinessDown": true,
         *         "severeSecurityRisk": false
         *       }
         *     }
         */
        'application/json': components['schemas']['ExplainWish'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Explanation'];
        };
      };
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownTemplate.unknownTemplateVersion'];
      409: components['responses']['409.idempotencyKeyReused.templateInvalid'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  versionsExport: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        template: string;
        version: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExportedTemplatePackage'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownTemplate.unknownTemplateVersion'];
      409: components['responses']['409.templateInvalid'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  versionsEdit: {
    parameters: {
      query?: {
        /** @description `revision` of the version you looked at: refused with versionChanged when it has another by now. Left out, any will do */
        revision?: number;
      };
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
        /** @description The ETag of what the change is meant for, its version is enough: `"12"`. At another version it is refused */
        'If-Match'?: string;
      };
      path: {
        template: string;
        version: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "files": {
         *         "variant.json": "{\n  \"id\": \"acme-support\",\n  \"version\": \"1.0.0\",\n  \"title\": {\n    \"zh-CN\": \"IT 技术支持服务合同（Acme）\",\n    \"en\": \"IT Technical Support Service Contract (Acme)\"\n  },\n  \"description\": {\n    \"zh-CN\": \"Acme 的技术支持合同。\",\n    \"en\": \"The support contract of Acme.\"\n  },\n  \"client\": \"Acme\",\n  \"extends\": {\n    \"template\": \"it-support-2025\",\n    \"version\": \"1.0.0\"\n  },\n  \"parameters\": {\n    \"penaltyPermille\": {\n      \"fixed\": \"3\"\n    }\n  }\n}"
         *       }
         *     }
         */
        'application/json': components['schemas']['TemplatePackage'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TemplateVersion'];
        };
      };
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.notTheAuthor.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownTemplate.unknownTemplateVersion'];
      409: components['responses']['409.idempotencyKeyReused.shippedTemplate.templateInvalid.versionChanged.wrongState'];
      412: components['responses']['412.preconditionFailed'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  versionChecksProve: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
      };
      path: {
        template: string;
        version: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /** @example {} */
        'application/json': components['schemas']['VersionCheckWish'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProofReport'];
        };
      };
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownTemplate.unknownTemplateVersion'];
      409: components['responses']['409.idempotencyKeyReused.templateInvalid'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  versionChecksRehearse: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
      };
      path: {
        template: string;
        version: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "parameters": {
         *         "termMonths": 12,
         *         "monthlyFee": "20000.00"
         *       }
         *     }
         */
        'application/json': components['schemas']['RehearsalWish'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TemplateRehearsal'];
        };
      };
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownTemplate.unknownTemplateVersion'];
      409: components['responses']['409.idempotencyKeyReused.templateInvalid'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  versionChecksTest: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
      };
      path: {
        template: string;
        version: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /** @example {} */
        'application/json': components['schemas']['VersionCheckWish'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AcceptanceReport'];
        };
      };
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownTemplate.unknownTemplateVersion'];
      409: components['responses']['409.idempotencyKeyReused.templateInvalid'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  versionsTransition: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
        /** @description The ETag of what the change is meant for, its version is enough: `"12"`. At another version it is refused */
        'If-Match'?: string;
      };
      path: {
        template: string;
        version: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "action": "submit"
         *     }
         */
        'application/json': components['schemas']['VersionTransition'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VersionTransitionDone'];
        };
      };
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.needsAnotherPerson.notTheAuthor.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownTemplate.unknownTemplateVersion'];
      409: components['responses']['409.checksFailed.idempotencyKeyReused.shippedTemplate.templateInvalid.versionChanged.wrongState'];
      412: components['responses']['412.preconditionFailed'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  webhooksList: {
    parameters: {
      query?: {
        /** @description `next` of the page before */
        cursor?: string;
        limit?: number;
        order?: 'asc' | 'desc';
      };
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookPage'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  webhooksMake: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "url": "https://hooks.example.com/pacta",
         *       "types": [
         *         "pacta.penalty.fixed.v1",
         *         "pacta.invoice.issued.v1"
         *       ]
         *     }
         */
        'application/json': components['schemas']['NewWebhook'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookWithSecret'];
        };
      };
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.passwordChangeNeeded'];
      409: components['responses']['409.webhooksOff'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  webhooksRead: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        webhook: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description The version, for If-Match of a change; then the hash of this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Webhook'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownWebhook'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  webhooksChange: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
        /** @description The ETag of what the change is meant for, its version is enough: `"12"`. At another version it is refused */
        'If-Match'?: string;
      };
      path: {
        webhook: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "url": "https://hooks.example.com/pacta",
         *       "status": "enabled"
         *     }
         */
        'application/json': components['schemas']['ChangedWebhook'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Webhook'];
        };
      };
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownWebhook'];
      409: components['responses']['409.idempotencyKeyReused'];
      412: components['responses']['412.preconditionFailed'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  webhooksDisable: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
        /** @description The ETag of what the change is meant for, its version is enough: `"12"`. At another version it is refused */
        'If-Match'?: string;
      };
      path: {
        webhook: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Webhook'];
        };
      };
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownWebhook'];
      409: components['responses']['409.idempotencyKeyReused'];
      412: components['responses']['412.preconditionFailed'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  deliveriesList: {
    parameters: {
      query?: {
        /** @description `next` of the page before */
        cursor?: string;
        limit?: number;
        order?: 'asc' | 'desc';
        status?: 'pending' | 'delivered' | 'dead';
      };
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        webhook: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookDeliveryPage'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownWebhook'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  deliveriesRead: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        delivery: string;
        webhook: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookDeliveryWithAttempts'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownDelivery.unknownWebhook'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  deliveriesReplay: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
      };
      path: {
        delivery: string;
        webhook: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookDelivery'];
        };
      };
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownDelivery.unknownWebhook'];
      409: components['responses']['409.idempotencyKeyReused.wrongState'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  deliveriesReplayAll: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
      };
      path: {
        webhook: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReplayedDeliveries'];
        };
      };
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownWebhook'];
      409: components['responses']['409.idempotencyKeyReused.wrongState'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  webhooksRotate: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of what the change is meant for, its version is enough: `"12"`. At another version it is refused */
        'If-Match'?: string;
      };
      path: {
        webhook: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "overlapMinutes": 60
         *     }
         */
        'application/json': components['schemas']['WebhookRotation'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookWithSecret'];
        };
      };
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownWebhook'];
      409: components['responses']['409.webhooksOff'];
      412: components['responses']['412.preconditionFailed'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  deliveriesTest: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 200 printable characters. The same key with the same body gets the same answer */
        'Idempotency-Key'?: string;
      };
      path: {
        webhook: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookDelivery'];
        };
      };
      400: components['responses']['400.badRequest.malformedJson'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.crossOrigin.forbidden.passwordChangeNeeded'];
      404: components['responses']['404.notFound.unknownWebhook'];
      409: components['responses']['409.idempotencyKeyReused.wrongState'];
      413: components['responses']['413.bodyTooLarge'];
      415: components['responses']['415.wrongContentType'];
      422: components['responses']['422.invalidRequest'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  whoamiRead: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WhoAmI'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      401: components['responses']['401.unauthenticated'];
      403: components['responses']['403.forbidden.passwordChangeNeeded'];
      429: components['responses']['429.tooManyRequests'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  healthRead: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Health'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      500: components['responses']['500.internalError'];
      /** @description One of them cannot be reached */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Health'];
        };
      };
    };
  };
  healthLive: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Liveness'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      500: components['responses']['500.internalError'];
      503: components['responses']['503.unavailable'];
    };
  };
  healthReady: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETags that you have; where the answer has one of them it is 304 */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description Names this answer, for If-None-Match */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Readiness'];
        };
      };
      304: components['responses']['304.notModified'];
      400: components['responses']['400.badRequest'];
      500: components['responses']['500.internalError'];
      /** @description It is not, for now or for good */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Readiness'];
        };
      };
    };
  };
}
