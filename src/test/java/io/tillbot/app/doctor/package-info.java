/** What an operator is told. */
@NullMarked
package io.tillbot.app.doctor;

import org.jspecify.annotations.NullMarked;
