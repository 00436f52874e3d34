// Called by GrowthChart.cs: one panel a cost; what spans much is logarithmic, so that a straight line grows as the store does.
const colours = ["#0072B2", "#D55E00", "#009E73"];
const points = ["circle", "rectRot", "triangle"];

window.draw = (json) => {
  for (const { title, sizes, lines } of JSON.parse(json)) {
    const figure = document.createElement("figure");
    const canvas = document.createElement("canvas");
    const frame = document.createElement("div");
    frame.append(canvas);
    figure.append(Object.assign(document.createElement("h2"), { textContent: title }), frame);
    document.querySelector("main").append(figure);
    const ticks = (values) => (axis) => (axis.ticks = values.map((value) => ({ value })));
    const all = lines.flatMap(({ values }) => values).filter((value) => value !== null);
    const wide = Math.max(...all) > 4 * Math.min(...all);
    new window.Chart(canvas, {
      type: "line",
      data: {
        datasets: lines.map(({ name, values }, i) => ({
          label: name,
          data: values.map((y, at) => ({ x: sizes[at], y })).filter(({ y }) => y !== null),
          borderColor: colours[i],
          backgroundColor: colours[i],
          pointStyle: points[i],
          pointRadius: 4,
          borderWidth: 2,
        })),
      },
      options: {
        animation: false,
        maintainAspectRatio: false,
        plugins: { legend: { position: "bottom", labels: { usePointStyle: true } } },
        scales: {
          x: {
            type: "logarithmic",
            title: { display: true, text: "million posts" },
            afterBuildTicks: ticks(sizes),
            ticks: { callback: (value) => String(value) },
          },
          y: wide
            ? { type: "logarithmic", grace: "5%", ticks: { callback: (value) => (/^[125]/.test(String(value).replace(/^0\.0*/, "")) ? value.toLocaleString("en") : "") } }
            : { beginAtZero: true },
        },
      },
    });
  }
};
