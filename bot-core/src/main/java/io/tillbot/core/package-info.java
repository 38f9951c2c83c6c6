/** The bot: commands, use cases and the ports that adapters implement. */
@NullMarked
package io.tillbot.core;

import org.jspecify.annotations.NullMarked;
