import { type ContractText } from '#domain/command';
import { type Terms } from '#domain/terms';
import { renderClauses } from './clauses.js';
import { type Parties } from './parties.js';
import { type Template } from './template.js';

/** The whole text of a contract in both languages, as the parties get to sign it: kept with the contract, word for word. */
export function contractText(template: Template, terms: Terms, parties: Parties): ContractText {
  const { title } = template;
  return {
    'zh-CN': { title: title['zh-CN'], clauses: renderClauses(template, terms, 'zh-CN', parties) },
    en: { title: title.en, clauses: renderClauses(template, terms, 'en', parties) },
  };
}
