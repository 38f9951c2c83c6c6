package io.tillbot.app.arch.example.core.red;

import io.tillbot.app.arch.example.core.green.DependsOnRed;

/** One half of a cycle. */
public record DependsOnGreen(DependsOnRed other) {}
