/** What the bot can do, told from the catalogue. */
@NullMarked
package io.tillbot.core.help;

import org.jspecify.annotations.NullMarked;
