import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { POLICY, REACHES } from './policy.js';
import { ROLES } from './roles.js';

const policyView = z
  .strictObject({
    roles: z.array(z.enum(ROLES)),
    routes: z.array(
      z.strictObject({
        route: z.string().meta({ example: 'GET /api/v1/contracts/:contract' }),
        roles: z.array(z.enum(ROLES)),
        reach: z.enum(REACHES),
      }),
    ),
  })
  .meta({ id: 'Policy' });

@ApiTags('access')
@Controller('api/v1/policy')
export class PolicyController {
  @Get()
  @ApiOperation({ summary: 'Who may call what, and how far each route reaches' })
  @ApiOkResponse({ standardSchema: policyView })
  read(): z.infer<typeof policyView> {
    const routes = Object.entries(POLICY).map(([route, { roles, reach }]) => ({
      route,
      roles: [...roles],
      reach,
    }));
    return { roles: [...ROLES], routes };
  }
}
