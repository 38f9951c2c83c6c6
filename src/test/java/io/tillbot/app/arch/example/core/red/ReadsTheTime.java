package io.tillbot.app.arch.example.core.red;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;

/** Every way to read the time, beside those that are right. */
public final class ReadsTheTime {

  /** What must be found. */
  public static List<String> ways() {
    return List.of(
        "Instant.now()",
        "LocalDate.now()",
        "OffsetDateTime.now(java.time.ZoneId)",
        "System.currentTimeMillis()",
        "Clock.systemUTC()",
        "InstantSource.system()",
        "java.util.Date.<init>()",
        "ZonedDateTime.now()");
  }

  static List<Object> wrong() {
    Supplier<ZonedDateTime> reference = ZonedDateTime::now;
    return List.of(
        Instant.now(),
        LocalDate.now(),
        OffsetDateTime.now(ZoneOffset.UTC),
        System.currentTimeMillis(),
        Clock.systemUTC(),
        InstantSource.system(),
        new Date(),
        reference);
  }
}
