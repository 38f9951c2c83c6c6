/** Drives the launcher and the CI script as they are, with shell stubs for Java and Maven. */
@NullMarked
package io.tillbot.app.launcher;

import org.jspecify.annotations.NullMarked;
