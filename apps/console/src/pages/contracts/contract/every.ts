import { useQuery } from '@tanstack/react-query';
import { answered, everyItem } from '#client/client';
import { client } from '~/api/api';

/** All months, statements, reports and invoices of a contract: at most some hundred each, so that a table has them whole. */
export function useMonthLists(contract: string) {
  const params = { path: { contract } };
  const months = useQuery({
    queryKey: ['get', '/api/v1/contracts/{contract}/months', { params }, 'every'],
    queryFn: () =>
      every((query) =>
        answered(client.GET('/api/v1/contracts/{contract}/months', { params: { ...params, query } })),
      ),
  });
  const statements = useQuery({
    queryKey: ['get', '/api/v1/contracts/{contract}/statements', { params }, 'every'],
    queryFn: () =>
      every((query) =>
        answered(client.GET('/api/v1/contracts/{contract}/statements', { params: { ...params, query } })),
      ),
  });
  const reports = useQuery({
    queryKey: ['get', '/api/v1/contracts/{contract}/reports', { params }, 'every'],
    queryFn: () =>
      every((query) =>
        answered(client.GET('/api/v1/contracts/{contract}/reports', { params: { ...params, query } })),
      ),
  });
  const invoices = useInvoices(contract);
  return { months, statements, reports, invoices };
}

export function useInvoices(contract: string) {
  const params = { path: { contract } };
  return useQuery({
    queryKey: ['get', '/api/v1/contracts/{contract}/invoices', { params }, 'every'],
    queryFn: () =>
      every((query) =>
        answered(client.GET('/api/v1/contracts/{contract}/invoices', { params: { ...params, query } })),
      ),
  });
}

async function every<Item>(page: Parameters<typeof everyItem<Item>>[0]): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of everyItem(page)) items.push(item);
  return items;
}
