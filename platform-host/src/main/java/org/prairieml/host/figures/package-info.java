/**
 * Pictures of what an experiment gave, each written as PNG and as SVG.
 *
 * <p>Three classes lead in: {@link org.prairieml.host.figures.EvolutionFigure} (how activation
 * functions came about), {@link org.prairieml.host.figures.BoxPlotFigure} (how well groups of
 * networks did) and {@link org.prairieml.host.figures.CurvesFigure} (how they learned). Each makes
 * a {@link org.prairieml.host.figures.Figure}, which knows how to write itself.
 *
 * <p>XChart paints the axes. What stands inside them is painted here on the same graphics, since
 * XChart draws a curve segment by segment and has no boxes whose whiskers reach the extremes. The
 * same painting goes to an image and to Batik, which makes SVG of it; text is painted as outlines,
 * so a picture looks the same wherever it is shown. On one machine the same values give the same
 * bytes.
 *
 * <p>No display is needed. A font is, see {@link org.prairieml.host.figures.Figure#requireFont}.
 */
package org.prairieml.host.figures;
