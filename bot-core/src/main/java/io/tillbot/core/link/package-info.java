/**
 * How people link themselves: at a hidden prompt, or on a page of the bot and with the code that it
 * shows.
 */
@NullMarked
package io.tillbot.core.link;

import org.jspecify.annotations.NullMarked;
