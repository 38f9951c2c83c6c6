/** The state of the simulated billing: immutable entities, one writer, atomic changes. */
@NullMarked
package io.tillbot.adapter.sandbox.book;

import org.jspecify.annotations.NullMarked;
