/** The durable journal: every change is on the disk before it is answered. */
@NullMarked
package io.tillbot.adapter.sandbox.journal;

import org.jspecify.annotations.NullMarked;
