import { Controller, Get, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type KnownRequest } from './access.guard.js';
import { type Caller } from './caller.js';
import { POLICY } from './policy.js';
import { ROLES } from './roles.js';

const whoamiView = z
  .strictObject({
    name: z.string(),
    role: z.enum(ROLES),
    clients: z
      .array(z.string())
      .nullable()
      .meta({ description: 'The clients it is limited to; null when it reaches all' }),
    routes: z.array(z.string()).meta({ description: 'What the key may call' }),
  })
  .meta({ id: 'WhoAmI' });

@ApiTags('operation')
@Controller('api/v1/whoami')
export class WhoamiController {
  @Get()
  @ApiOperation({ summary: 'The name and role of the key, and what it may call' })
  @ApiOkResponse({ standardSchema: whoamiView })
  read(@Req() { caller }: KnownRequest): z.infer<typeof whoamiView> {
    if (!caller) throw new Error('whoami is open');
    const { name, role, clients } = caller;
    return { name, role, clients: clients && [...clients], routes: routesOf(caller) };
  }
}

function routesOf({ role, clients }: Caller): string[] {
  return Object.entries(POLICY).flatMap(([route, { roles, reach }]) =>
    roles.includes(role) && (reach !== 'whole' || clients === null) ? [route] : [],
  );
}
