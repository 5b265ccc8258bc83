/** Physical systems by name, with exact energies; their derivatives follow from those. */
package org.prairieml.hnn.system;
