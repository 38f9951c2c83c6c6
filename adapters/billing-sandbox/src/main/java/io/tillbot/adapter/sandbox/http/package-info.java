/** HTTP: the two end points and the control addresses. */
@NullMarked
package io.tillbot.adapter.sandbox.http;

import org.jspecify.annotations.NullMarked;
