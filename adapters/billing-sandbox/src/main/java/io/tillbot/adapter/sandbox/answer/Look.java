package io.tillbot.adapter.sandbox.answer;

import io.tillbot.adapter.sandbox.choice.Settings;
import io.tillbot.adapter.sandbox.choice.Shape;

/** The shapes of one answer, looked up once. */
record Look(
    Shape.Numbers numbers,
    Shape.Flags flags,
    Shape.Dates dates,
    Shape.AbsentDates absentDates,
    Shape.EmptyLists emptyLists,
    Shape.Lists lists,
    Shape.Texts texts,
    Shape.CurrencyKeys currencyKeys,
    Shape.Results results) {

  static Look of(Settings settings) {
    return new Look(
        settings.of(Shape.Numbers.class),
        settings.of(Shape.Flags.class),
        settings.of(Shape.Dates.class),
        settings.of(Shape.AbsentDates.class),
        settings.of(Shape.EmptyLists.class),
        settings.of(Shape.Lists.class),
        settings.of(Shape.Texts.class),
        settings.of(Shape.CurrencyKeys.class),
        settings.of(Shape.Results.class));
  }
}
