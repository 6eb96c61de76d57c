package org.standardops.rest.health;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.standardops.engine.Metric;

/** Figures as Prometheus reads them. */
final class MetricsText {

  static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private MetricsText() {}

  static byte[] of(List<Metric> metrics) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    List<MetricSnapshot> snapshots = metrics.stream().map(MetricsText::snapshot).toList();
    new PrometheusTextFormatWriter(false).write(text, new MetricSnapshots(snapshots));
    return text.toByteArray();
  }

  private static MetricSnapshot snapshot(Metric metric) {
    if (metric.counter()) {
      return CounterSnapshot.builder()
          .name(metric.name())
          .help(metric.help())
          .dataPoint(CounterDataPointSnapshot.builder().value(metric.value()).build())
          .build();
    }
    return GaugeSnapshot.builder()
        .name(metric.name())
        .help(metric.help())
        .dataPoint(GaugeDataPointSnapshot.builder().value(metric.value()).build())
        .build();
  }
}
