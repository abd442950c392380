import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type z } from 'zod';
import { type Fault } from '#domain/fault';
import { listTemplates, loadTemplate } from '#templates/load';
import { type ParameterDefinition, type Template } from '#templates/template';
import { TemplateError } from '#templates/template-error';
import { Problem } from '../http/problem.js';
import {
  templateDetail,
  templateList,
  templateParams,
  templateQuery,
  type TemplateDetail,
} from './template-schemas.js';

/** The templates under `rules`, read anew at each call: an administrator edits them as files. */
@ApiTags('templates')
@Controller('api/v1/templates')
export class TemplatesController {
  @Get()
  @ApiOperation({ summary: 'The contract templates there are' })
  @ApiOkResponse({ standardSchema: templateList })
  async list(): Promise<z.infer<typeof templateList>> {
    const read = await Promise.all((await listTemplates()).map(templateOrFaults));
    return {
      items: read.flatMap((found) => ('template' in found ? [summaryOf(found.template)] : [])),
      invalid: read.flatMap((found) =>
        'template' in found ? [] : [{ id: found.id, errors: [...found.faults] }],
      ),
    };
  }

  @Get(':template')
  @ApiOperation({
    summary: 'A template: parameters with types, limits, defaults and help, clauses, rules, targets',
  })
  @ApiOkResponse({ standardSchema: templateDetail })
  async read(
    @Param({ schema: templateParams }) { template: id }: z.infer<typeof templateParams>,
    @Query({ schema: templateQuery }) { language }: z.infer<typeof templateQuery>,
  ): Promise<TemplateDetail> {
    const ids = await listTemplates();
    if (!ids.includes(id))
      throw new Problem('unknownTemplate', `There is no template ${id}, there are ${ids.join(', ')}`);
    const found = await templateOrFaults(id);
    if (!('template' in found))
      throw new Problem(
        'templateInvalid',
        `The template ${id} has faults: it cannot be used until they are mended`,
        found.faults,
      );
    const { template } = found;
    const { rules, targets } = template;
    return {
      ...summaryOf(template),
      parameters: template.parameters.map(parameterOf),
      language,
      clauses: template.clauses[language].map((clause) => ({ ...clause })),
      rules,
      priorities: targets.priorities,
      pauseReasons: targets.pauseReasons,
    };
  }
}

type Found = { readonly template: Template } | { readonly id: string; readonly faults: readonly Fault[] };

async function templateOrFaults(id: string): Promise<Found> {
  try {
    return { template: await loadTemplate(id) };
  } catch (error) {
    if (error instanceof TemplateError) return { id, faults: error.faults };
    throw error;
  }
}

function summaryOf({
  id,
  version,
  hash,
  title,
  description,
}: Template): z.infer<typeof templateList>['items'][number] {
  return { id, version, hash, title, description };
}

function parameterOf(definition: ParameterDefinition): TemplateDetail['parameters'][number] {
  const { name, type, clause, label, help } = definition;
  return {
    name,
    type,
    unit: 'unit' in definition ? definition.unit : null,
    required: definition.required === true,
    default: definition.default ?? null,
    minimum: 'minimum' in definition ? (definition.minimum ?? null) : null,
    moreThan: 'moreThan' in definition ? (definition.moreThan ?? null) : null,
    maximum: 'maximum' in definition ? (definition.maximum ?? null) : null,
    values: 'values' in definition ? definition.values : null,
    clause,
    label,
    help,
  };
}
