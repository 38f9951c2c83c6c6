package io.tillbot.app.arch.example.core.green;

import io.tillbot.app.arch.example.core.red.DependsOnGreen;

/** The other half of the cycle. */
public interface DependsOnRed {
  /** Anything of the other feature. */
  DependsOnGreen back();
}
