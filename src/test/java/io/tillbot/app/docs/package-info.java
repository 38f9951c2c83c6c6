/** Documents that are written from the program, and held against it. */
@NullMarked
package io.tillbot.app.docs;

import org.jspecify.annotations.NullMarked;
