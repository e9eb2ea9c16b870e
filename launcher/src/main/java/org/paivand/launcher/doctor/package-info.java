@org.jspecify.annotations.NullMarked
package org.paivand.launcher.doctor;
