/** The HTTP server: mounts what Wiring gives it, and answers whether it is alive. */
@NullMarked
package io.tillbot.adapter.web;

import org.jspecify.annotations.NullMarked;
