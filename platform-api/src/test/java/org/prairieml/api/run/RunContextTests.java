package org.prairieml.api.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.prairieml.api.Services;
import org.prairieml.api.engine.CompileSettings;
import org.prairieml.api.engine.Executable;
import org.prairieml.api.engine.Precision;
import org.prairieml.api.engine.ReferenceEngine;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Program;
import org.prairieml.graph.Tensor;

class RunContextTests {

  private final List<ProgressEvent> events = new ArrayList<>();
  private final RunContext context =
      new RunContext(
          Services.of(List.of()),
          new ReferenceEngine(),
          new CompileSettings(Precision.FLOAT64, 1),
          RandomStreams.of(3),
          events::add);

  @Test
  void compilesOnTheChosenEngine() {
    Program program = Program.builder("two").output("y", Tensor.of(2)).build();
    try (Executable executable = context.compile(program)) {
      executable.run();
      assertThat(executable.buffer("y").read()).isEqualTo(NdArray.scalar(2));
    }
  }

  @Test
  void aQuietPartHasStreamsOfItsOwnAndTellsNobody() {
    RunContext part = context.quietPart("trial2");
    part.progress().on(new ProgressEvent.Note("unheard"));
    context.progress().on(new ProgressEvent.Note("heard"));

    assertThat(events).containsExactly(new ProgressEvent.Note("heard"));
    assertThat(part.streams()).isEqualTo(RandomStreams.of(3).child("trial2"));
    assertThat(part.engine()).isSameAs(context.engine());
  }
}
