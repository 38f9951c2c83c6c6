/** The bot's pages in a real browser, as a person uses them. */
@NullMarked
package io.tillbot.app.page;

import org.jspecify.annotations.NullMarked;
