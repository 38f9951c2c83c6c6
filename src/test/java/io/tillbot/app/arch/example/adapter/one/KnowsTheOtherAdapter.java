package io.tillbot.app.arch.example.adapter.one;

import io.tillbot.app.arch.example.adapter.two.Known;

/** Uses another adapter's type. */
public interface KnowsTheOtherAdapter {
  /** A type of the other adapter. */
  Known known();
}
