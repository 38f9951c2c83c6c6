package io.tillbot.adapter.discord.fake;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** Ids that tell their time: {@code …/reference#snowflakes}. */
final class Snowflakes {
  private static final long DISCORD_EPOCH = 1_420_070_400_000L;
  private static final int TIME_SHIFT = 22;
  private static final AtomicLong COUNTER = new AtomicLong();

  private Snowflakes() {}

  static String next(InstantSource clock) {
    long counted = COUNTER.incrementAndGet() & 0x3F_FFFF;
    return Long.toString(((clock.millis() - DISCORD_EPOCH) << TIME_SHIFT) | counted);
  }
}
