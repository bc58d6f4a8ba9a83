/** Fuzz targets for the expression language and for specs, and their corpus as tests. */
package org.gradcheck.fuzz;
