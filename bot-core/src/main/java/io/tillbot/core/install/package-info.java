/** Workspaces that let the bot in, by a page that a browser opens. */
@NullMarked
package io.tillbot.core.install;

import org.jspecify.annotations.NullMarked;
