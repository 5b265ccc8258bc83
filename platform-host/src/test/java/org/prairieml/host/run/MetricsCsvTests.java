package org.prairieml.host.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetricsCsvTests {

  @Test
  void hasARowPerValueUnderAHeader() {
    MetricsCsv table =
        new MetricsCsv()
            .add("meta", "", 0, 0, "loss", 2.302585092994046)
            .add("compare", "relu", 3, 1000, "test_accuracy", 0.625)
            .add("compare", "relu", 4, 1000, "loss", Double.NaN);

    assertThat(table)
        .hasToString(
            """
            stage,group,network,step,metric,value
            meta,,0,0,loss,2.302585092994046
            compare,relu,3,1000,test_accuracy,0.625
            compare,relu,4,1000,loss,NaN
            """);
  }

  @Test
  void quotesCellsThatWouldBeMistaken() {
    assertThat(new MetricsCsv().add("a,b", "say \"x\"", 0, 1, "two\nlines", 1e-7).toString())
        .endsWith("\"a,b\",\"say \"\"x\"\"\",0,1,\"two\nlines\",1.0E-7\n");
  }
}
