/** Workspaces that have left: everything of their people is erased. */
@NullMarked
package io.tillbot.core.erasure;

import org.jspecify.annotations.NullMarked;
