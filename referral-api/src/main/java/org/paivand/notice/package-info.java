/** What people are shown or read before they consent: texts in files, each version and language fixed by its hash. Pure. */
@NullMarked
package org.paivand.notice;

import org.jspecify.annotations.NullMarked;
