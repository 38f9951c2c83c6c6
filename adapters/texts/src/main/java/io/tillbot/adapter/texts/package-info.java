/**
 * Text bundles in English and Russian, plurals, amounts and days by locale.
 *
 * <p>A text is an ICU message with positional arguments, of which {@code {0}} and plurals are
 * understood. ICU itself is touched by texts that hold a plural or a quoted brace alone: its full
 * MessageFormat costs about 0.3 s at a cold start.
 */
@NullMarked
package io.tillbot.adapter.texts;

import org.jspecify.annotations.NullMarked;
