import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { type EChartsType, init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { type RefObject, useEffect, useRef } from 'react';
import { theme } from 'antd';
import { Panel } from '~/parts/panel';
import { formatsOf } from '~/words/formats';
import { useLanguage, useWords } from '~/words/words';
import { type Portfolio } from './reports-page';
import { reportWords } from './words';

register([BarChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

type Row = Portfolio['clients'][number];

const ROW_PIXELS = 46;
const FRAME_PIXELS = 90;

interface Series {
  readonly name: string;
  readonly values: readonly number[];
  readonly colour: string;
  readonly stack?: string;
}

/** The figures of the table as bars. Patterns and a described picture for those who do not tell colours. */
export default function Charts({ clients }: { readonly clients: readonly Row[] }) {
  const t = useWords(reportWords);
  const { token } = theme.useToken();
  const money = formatsOf(useLanguage()).money;
  const names = clients.map(({ clientName }) => clientName);
  const of = (value: (row: Row) => string | null) => clients.map((row) => Number(value(row) ?? 0));
  return (
    <>
      {clients.some(({ serviceLevel }) => serviceLevel.attainmentPercent !== null) && (
        <Bars
          title={t('attainmentChart')}
          names={names}
          label={(value) => `${value} %`}
          series={[
            {
              name: t('attainment'),
              values: of(({ serviceLevel }) => serviceLevel.attainmentPercent),
              colour: token.colorPrimary,
            },
          ]}
        />
      )}
      <Bars
        title={t('penaltyChart')}
        names={names}
        label={(value) => money(String(value))}
        series={[
          {
            name: t('penalties'),
            values: of(({ penalties }) => penalties.fixed),
            colour: token.colorError,
            stack: 'cap',
          },
          {
            name: t('capLeft'),
            values: of(({ penalties }) =>
              String(Math.max(0, Number(penalties.cap) - Number(penalties.fixed))),
            ),
            colour: token.colorFillSecondary,
            stack: 'cap',
          },
        ]}
      />
      <Bars
        title={t('moneyChart')}
        names={names}
        label={(value) => money(String(value))}
        series={[
          { name: t('received'), values: of((row) => row.money.received), colour: token.colorSuccess },
          { name: t('outstanding'), values: of((row) => row.money.outstanding), colour: token.colorWarning },
          { name: t('overdue'), values: of((row) => row.money.overdue), colour: token.colorError },
        ]}
      />
    </>
  );
}

/** A chart for as long as its place is there. */
function useChart(place: RefObject<HTMLDivElement | null>): RefObject<EChartsType | null> {
  const chart = useRef<EChartsType>(null);
  useEffect(() => {
    if (!place.current) return undefined;
    const made = init(place.current, null, { renderer: 'svg' });
    chart.current = made;
    const observer = new ResizeObserver(() => made.resize());
    observer.observe(place.current);
    return () => {
      observer.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, [place]);
  return chart;
}

interface BarsProps {
  readonly title: string;
  readonly names: readonly string[];
  readonly label: (value: number) => string;
  readonly series: readonly Series[];
}

function Bars({ title, names, label, series }: BarsProps) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useChart(place);
  const { token } = theme.useToken();
  useEffect(() => {
    const text = { color: token.colorText, fontFamily: token.fontFamily };
    chart.current?.setOption({
      aria: { enabled: true, decal: { show: series.length > 1 } },
      textStyle: text,
      grid: { left: 8, right: 24, top: 40, bottom: 8, containLabel: true },
      legend: { top: 4, textStyle: text },
      tooltip: { trigger: 'axis', valueFormatter: (value: unknown) => label(Number(value)) },
      xAxis: {
        type: 'value',
        axisLabel: text,
        splitLine: { lineStyle: { color: token.colorBorderSecondary } },
      },
      yAxis: {
        type: 'category',
        data: [...names],
        inverse: true,
        axisLabel: { ...text, width: 160, overflow: 'truncate' },
      },
      series: series.map(({ name, values, colour, stack }) => ({
        type: 'bar',
        name,
        data: [...values],
        itemStyle: { color: colour },
        barMaxWidth: 22,
        ...(stack !== undefined && { stack }),
      })),
    });
    // What is on the page already only moves to its new value: the chart stays.
  }, [chart, names, series, label, token]);
  const height = names.length * ROW_PIXELS * Math.max(1, series.length / 2) + FRAME_PIXELS;
  return (
    <Panel title={title}>
      <div ref={place} style={{ height }} />
    </Panel>
  );
}
