/** Tells people of what happens without them, on whichever chats run. */
@NullMarked
package io.tillbot.core.notice;

import org.jspecify.annotations.NullMarked;
