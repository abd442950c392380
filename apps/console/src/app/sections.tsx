import {
  AuditOutlined,
  BankOutlined,
  BarChartOutlined,
  CustomerServiceOutlined,
  FileProtectOutlined,
  FormOutlined,
  HomeOutlined,
  SettingOutlined,
} from '@ant-design/icons';
import { type ReactNode } from 'react';
import { type Route } from '~/api/policy';

/** A section of the console: who may call its route sees it. */
export interface Section {
  readonly name:
    'home' | 'requests' | 'contracts' | 'billing' | 'templates' | 'reports' | 'audit' | 'administration';
  readonly path: string;
  readonly route: Route | null;
  readonly icon: ReactNode;
}

export const SECTIONS: readonly Section[] = [
  { name: 'home', path: '/', route: null, icon: <HomeOutlined /> },
  { name: 'requests', path: '/requests', route: 'GET /api/v1/requests', icon: <CustomerServiceOutlined /> },
  { name: 'contracts', path: '/contracts', route: 'GET /api/v1/contracts', icon: <FileProtectOutlined /> },
  { name: 'billing', path: '/billing', route: 'GET /api/v1/bank/lines', icon: <BankOutlined /> },
  { name: 'templates', path: '/templates', route: 'GET /api/v1/templates', icon: <FormOutlined /> },
  { name: 'reports', path: '/reports', route: 'GET /api/v1/portfolio', icon: <BarChartOutlined /> },
  { name: 'audit', path: '/audit', route: 'GET /api/v1/checkpoints', icon: <AuditOutlined /> },
  {
    name: 'administration',
    path: '/administration',
    route: 'GET /api/v1/accounts',
    icon: <SettingOutlined />,
  },
];
