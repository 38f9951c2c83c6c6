package io.tillbot.core.suggest;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;

/**
 * Somebody who is typing the value of an option.
 *
 * @param command the command's name, such as {@code server show}
 * @param option the option's name
 * @param typed what is there of its value
 */
public record Typing(Caller caller, Place place, String command, String option, String typed) {}
