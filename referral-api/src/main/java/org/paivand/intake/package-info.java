/** What people write to one agency by the form for everybody, before there is a case: kept sealed and shortly, read under log. */
@NullMarked
package org.paivand.intake;

import org.jspecify.annotations.NullMarked;
