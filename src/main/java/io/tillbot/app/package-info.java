/** The application: command line, configuration and the one Wiring. */
@NullMarked
package io.tillbot.app;

import org.jspecify.annotations.NullMarked;
