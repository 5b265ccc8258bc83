package org.prairieml.host;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** The time where the machine stands. It asks for the time zone late: reading the zones is slow. */
final class LocalClock extends Clock {

  @Override
  public ZoneId getZone() {
    return ZoneId.systemDefault();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.system(zone);
  }

  @Override
  public Instant instant() {
    return Instant.now();
  }
}
