// Draws the charts of a report from the data beside them, in the colours of the page.
"use strict";
(() => {
  const dash = ["solid", "dashed", "dotted", "solid", "dashed", "dotted"];
  const symbols = ["circle", "rect", "triangle", "diamond", "emptyCircle", "emptyRect"];

  function palette() {
    const style = getComputedStyle(document.documentElement);
    const at = (name) => style.getPropertyValue("--" + name).trim();
    return {
      ink: at("ink"), soft: at("soft"), rule: at("rule"), card: at("card"),
      series: [1, 2, 3, 4, 5, 6].map((i) => at("s" + i)),
      heat: [at("heat0"), at("heat1")],
    };
  }

  const number = (value, percent) =>
    value === null || value === undefined || Number.isNaN(value) ? "–"
      : percent ? (100 * value).toLocaleString("en", { maximumFractionDigits: 1 }) + " %"
        : value.toLocaleString("en", { maximumFractionDigits: 4 });
  const short = (value, percent) =>
    percent || value === null || Math.abs(value) >= 100 ? number(value, percent)
      : value.toLocaleString("en", { maximumFractionDigits: 2 });
  const tick = (percent) => (value) =>
    percent ? Math.round(1000 * value) / 10 + " %" : value.toLocaleString("en");

  /** Room for a legend of these names below a chart, beyond its first line. */
  function legendRoom(names, box) {
    let rows = 1;
    let used = 0;
    names.forEach((name) => {
      const width = 26 + 5 + 10 + 6.6 * name.length;
      if (used > 0 && used + width > box) {
        rows++;
        used = 0;
      }
      used += width;
    });
    return 22 * (rows - 1);
  }

  function frame(data, colours, narrow) {
    const text = { color: colours.soft, fontSize: narrow ? 11 : 12 };
    return {
      animation: false,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      color: colours.series,
      grid: { left: 4, right: narrow ? 14 : 24, top: 12, bottom: 58, containLabel: true },
      legend: {
        bottom: 0, left: 0, textStyle: { color: colours.ink, fontSize: 12 }, itemWidth: 26,
      },
      tooltip: {
        trigger: "axis", renderMode: "richText", confine: true,
        backgroundColor: colours.card, borderColor: colours.rule,
        textStyle: { color: colours.ink, fontSize: 12 },
        valueFormatter: (value) => number(Array.isArray(value) ? value[1] : value, data.percent),
      },
      xAxis: {
        name: data.across, nameLocation: "middle", nameGap: 30, nameTextStyle: text,
        axisLabel: { ...text, hideOverlap: true, lineHeight: 15 }, axisLine: { lineStyle: { color: colours.soft } },
        splitLine: { show: false },
      },
      yAxis: {
        axisLabel: { ...text, formatter: tick(data.percent) },
        splitLine: { lineStyle: { color: colours.rule } },
      },
    };
  }

  function lines(data, colours, narrow, width) {
    const option = frame(data, colours, narrow);
    Object.assign(option.xAxis, { type: "value", min: "dataMin", max: "dataMax" });
    Object.assign(option.yAxis, { type: "value", scale: !data.percent });
    option.xAxis.axisLine.onZero = false;
    option.series = [];
    data.lines.forEach((line, i) => {
      const colour = colours.series[i % colours.series.length];
      option.series.push({
        name: line.name, type: "line", data: line.x.map((x, k) => [x, line.y[k]]),
        showSymbol: line.x.length <= 30, symbol: symbols[i % symbols.length], symbolSize: 7,
        lineStyle: { width: 2.5, type: dash[i % dash.length], color: colour },
        itemStyle: { color: colour }, z: 3,
      });
      if (line.low.length > 0) {
        option.series.push(band(line, colour));
      }
    });
    if (data.marks.length > 0) {
      if (!narrow) {
        option.grid.top = 12 + 14 * Math.min(3, data.marks.length);
      }
      option.series[0].markLine = {
        silent: true, symbol: "none",
        lineStyle: { color: colours.soft, type: "solid", width: 1 },
        data: data.marks.map((mark, i) => ({
          xAxis: mark.at,
          label: {
            show: !narrow, formatter: mark.name, color: colours.soft, fontSize: 11,
            distance: 2 + 14 * (i % 3), backgroundColor: colours.card,
          },
        })),
      };
    }
    option.legend.data = data.lines.map((line) => line.name);
    option.grid.bottom += legendRoom(option.legend.data, width);
    return option;
  }

  /** The band around a line, as a polygon. */
  function band(line, colour) {
    const there = line.x.map((_, k) => k).filter((k) => line.low[k] !== null);
    return {
      type: "custom", silent: true, z: 1, tooltip: { show: false },
      data: there.flatMap((k) => [[line.x[k], line.low[k]], [line.x[k], line.high[k]]]),
      renderItem: (part, api) => part.dataIndex > 0 ? null : ({
        type: "polygon",
        shape: {
          points: there.map((k) => api.coord([line.x[k], line.high[k]]))
            .concat(there.slice().reverse().map((k) => api.coord([line.x[k], line.low[k]]))),
        },
        style: { fill: colour, opacity: 0.18 },
      }),
    };
  }

  function bars(data, colours, narrow, width) {
    const option = frame(data, colours, narrow);
    Object.assign(option.xAxis, { type: "category", data: data.categories });
    option.xAxis.axisTick = { show: false };
    const room = (width - 50) / data.categories.length;
    const longest = Math.max(...data.categories.map((name) => 6.6 * name.length));
    const words = data.categories.flatMap((name) => name.split(" "));
    const word = Math.max(...words.map((each) => 6.6 * each.length));
    const tilts = room >= 30 && (longest > 2 * (room - 8) || word > room - 8);
    Object.assign(option.xAxis.axisLabel, tilts ? { interval: 0, hideOverlap: false, rotate: 50 }
      : room < 45 ? { interval: "auto" }
      : { interval: 0, hideOverlap: false, width: room - 8, overflow: "break" });
    const below = tilts ? Math.min(100, 0.75 * longest) : room >= 45 && longest > room - 8 ? 16 : 0;
    option.xAxis.nameGap = (tilts ? 22 : 30) + below;
    option.grid.bottom = 58 + (tilts ? 22 : below && 14);
    option.tooltip.axisPointer = { type: "shadow" };
    option.series = data.bars.map((each, i) => ({
      name: each.name, type: "bar", data: each.values, barMaxWidth: 46, barGap: "8%",
      itemStyle: {
        color: colours.series[i % colours.series.length], borderRadius: 2, decal: i === 0 ? undefined : decals[i % decals.length],
      },
    }));
    data.bars.forEach((each, i) => {
      if (each.low.length > 0) {
        option.series.push(whiskers(each, i, data.bars.length, colours));
      }
    });
    option.legend.data = data.bars.map((each) => each.name);
    option.grid.bottom += legendRoom(option.legend.data, width);
    if (data.bars.length < 2) {
      option.legend.show = false;
      option.grid.bottom -= 24;
    }
    return option;
  }

  const line = "rgba(255,255,255,0.55)";
  const decals = [
    null,
    { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: -Math.PI / 4, color: line },
    { symbol: "circle", symbolSize: 0.5, dashArrayX: [[6, 6], [0, 6, 6, 0]], dashArrayY: [6, 0],
      color: line },
    { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [3, 4], rotation: Math.PI / 2, color: line },
    { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: Math.PI / 4, color: line },
    { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [3, 4], color: line },
  ];

  /** The intervals of one series of bars. */
  function whiskers(each, index, count, colours) {
    return {
      type: "custom", silent: true, z: 5, tooltip: { show: false },
      data: each.values.map((_, k) => [k, each.low[k], each.high[k]]),
      renderItem: (params, api) => {
        const places = api.barLayout({ barMaxWidth: 46, barGap: "8%", count: count });
        const x = api.coord([api.value(0), 0])[0] + places[index].offsetCenter;
        const low = api.coord([0, api.value(1)])[1];
        const high = api.coord([0, api.value(2)])[1];
        const stroke = { stroke: colours.ink, lineWidth: 1.5, fill: null };
        const part = (x1, y1, x2, y2) => ({ type: "line", shape: { x1, y1, x2, y2 }, style: stroke });
        return {
          type: "group",
          children: [part(x, low, x, high), part(x - 4, low, x + 4, low),
            part(x - 4, high, x + 4, high)],
        };
      },
    };
  }

  function heat(data, colours, narrow, width) {
    const option = frame(data, colours, narrow);
    const cells = [];
    data.values.forEach((line, row) =>
      line.row.forEach((value, column) => cells.push([column, row, value])));
    const known = cells.map((cell) => cell[2]).filter((value) => value !== null);
    const longest = (names) => Math.max(...names.map((name) => 6.8 * name.length));
    const room = width - longest(data.rows) - 60;
    const tilt = longest(data.columns) + 8 > room / data.columns.length;
    const below = tilt ? Math.min(84, 0.75 * longest(data.columns)) : 0;
    Object.assign(option.xAxis, { type: "category", data: data.columns, nameGap: tilt ? 18 + below : 30 });
    Object.assign(option.xAxis.axisLabel, { interval: 0, hideOverlap: false, rotate: tilt ? 45 : 0 });
    Object.assign(option.yAxis, { type: "category", data: data.rows, inverse: true });
    option.yAxis.axisLabel.formatter = undefined;
    option.legend.show = false;
    option.tooltip.trigger = "item";
    option.grid.left = 14;
    option.grid.bottom = 72;
    option.visualMap = {
      min: Math.min(...known), max: Math.max(...known), orient: "horizontal", left: "center",
      bottom: 0, itemHeight: 120, inRange: { color: colours.heat },
      textStyle: { color: colours.soft }, formatter: (value) => number(value, data.percent),
    };
    option.series = [{
      type: "heatmap", data: cells, itemStyle: { borderColor: colours.card, borderWidth: 1 },
      label: {
        show: data.columns.length <= (narrow ? 5 : 12), fontSize: 11,
        formatter: (cell) => short(cell.value[2], data.percent),
      },
    }];
    return option;
  }

  const kinds = { lines, bars, heat };
  const charts = [...document.querySelectorAll(".chart")].map((box) => {
    box.textContent = " ";
    return {
      box, data: JSON.parse(box.nextElementSibling.textContent),
      chart: echarts.init(box, null, { renderer: "svg" }),
    };
  });

  function draw() {
    const colours = palette();
    charts.forEach(({ box, data, chart }) => {
      chart.resize();
      chart.setOption(kinds[data.kind](data, colours, box.clientWidth < 480, box.clientWidth), true);
    });
  }

  draw();
  let waiting = 0;
  addEventListener("resize", () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(draw);
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  matchMedia("print").addEventListener("change", draw);
})();
