package io.tillbot.adapter.discord;

import io.tillbot.core.Step;
import io.tillbot.core.reply.Outcome;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An outcome as it is to be shown.
 *
 * @param step what brought it, so that its other pages can be asked for, and which page to show;
 *     null where it cannot be brought again, as after a confirmation
 */
record View(Outcome outcome, @Nullable Step step, Locale locale) {
  int page() {
    return step == null ? 0 : step.page();
  }
}
