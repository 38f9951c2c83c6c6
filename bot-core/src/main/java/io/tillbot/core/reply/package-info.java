/**
 * What a command answers, in no platform's words: cards, tables, texts by key, and the sealed
 * outcome.
 */
@NullMarked
package io.tillbot.core.reply;

import org.jspecify.annotations.NullMarked;
