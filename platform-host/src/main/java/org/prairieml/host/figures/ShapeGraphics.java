package org.prairieml.host.figures;

import java.awt.Color;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.Paint;
import java.awt.Polygon;
import java.awt.Rectangle;
import java.awt.font.GlyphVector;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.BufferedImageOp;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;

/**
 * Brings the many operations of {@link Graphics2D} down to {@link #draw} and {@link #fill}.
 *
 * <p>Text becomes its outline. Images, copies and exclusive-or have no shape and are refused.
 */
abstract class ShapeGraphics extends GraphicsState {

  @Override
  public final void drawLine(int x1, int y1, int x2, int y2) {
    draw(new Line2D.Double(x1, y1, x2, y2));
  }

  @Override
  public final void fillRect(int x, int y, int width, int height) {
    fill(new Rectangle(x, y, width, height));
  }

  @Override
  public final void clearRect(int x, int y, int width, int height) {
    Paint paint = getPaint();
    setPaint(getBackground());
    fillRect(x, y, width, height);
    setPaint(paint);
  }

  @Override
  public final void drawRoundRect(int x, int y, int width, int height, int arcX, int arcY) {
    draw(new RoundRectangle2D.Double(x, y, width, height, arcX, arcY));
  }

  @Override
  public final void fillRoundRect(int x, int y, int width, int height, int arcX, int arcY) {
    fill(new RoundRectangle2D.Double(x, y, width, height, arcX, arcY));
  }

  @Override
  public final void drawOval(int x, int y, int width, int height) {
    draw(new Ellipse2D.Double(x, y, width, height));
  }

  @Override
  public final void fillOval(int x, int y, int width, int height) {
    fill(new Ellipse2D.Double(x, y, width, height));
  }

  @Override
  public final void drawArc(int x, int y, int width, int height, int start, int angle) {
    draw(new Arc2D.Double(x, y, width, height, start, angle, Arc2D.OPEN));
  }

  @Override
  public final void fillArc(int x, int y, int width, int height, int start, int angle) {
    fill(new Arc2D.Double(x, y, width, height, start, angle, Arc2D.PIE));
  }

  @Override
  public final void drawPolyline(int[] xs, int[] ys, int count) {
    Path2D line = new Path2D.Double();
    for (int i = 0; i < count; i++) {
      if (i == 0) {
        line.moveTo(xs[i], ys[i]);
      } else {
        line.lineTo(xs[i], ys[i]);
      }
    }
    draw(line);
  }

  @Override
  public final void drawPolygon(int[] xs, int[] ys, int count) {
    draw(new Polygon(xs, ys, count));
  }

  @Override
  public final void fillPolygon(int[] xs, int[] ys, int count) {
    fill(new Polygon(xs, ys, count));
  }

  @Override
  public final void drawString(String text, int x, int y) {
    drawString(text, (float) x, (float) y);
  }

  @Override
  public final void drawString(String text, float x, float y) {
    if (!text.isEmpty()) {
      draw(new TextLayout(text, getFont(), getFontRenderContext()), x, y);
    }
  }

  @Override
  public final void drawString(AttributedCharacterIterator text, int x, int y) {
    drawString(text, (float) x, (float) y);
  }

  @Override
  public final void drawString(AttributedCharacterIterator text, float x, float y) {
    draw(new TextLayout(text, getFontRenderContext()), x, y);
  }

  @Override
  public final void drawGlyphVector(GlyphVector glyphs, float x, float y) {
    fill(glyphs.getOutline(x, y));
  }

  private void draw(TextLayout text, float x, float y) {
    fill(text.getOutline(AffineTransform.getTranslateInstance(x, y)));
  }

  @Override
  public final Graphics create() {
    throw noShape();
  }

  @Override
  public final void setXORMode(Color color) {
    throw noShape();
  }

  @Override
  public final void copyArea(int x, int y, int width, int height, int dx, int dy) {
    throw noShape();
  }

  @Override
  public final boolean drawImage(Image image, int x, int y, ImageObserver observer) {
    throw noShape();
  }

  @Override
  public final boolean drawImage(
      Image image, int x, int y, int width, int height, ImageObserver observer) {
    throw noShape();
  }

  @Override
  public final boolean drawImage(
      Image image, int x, int y, Color background, ImageObserver observer) {
    throw noShape();
  }

  @Override
  public final boolean drawImage(
      Image image, int x, int y, int width, int height, Color background, ImageObserver observer) {
    throw noShape();
  }

  @Override
  public final boolean drawImage(
      Image image,
      int dx1,
      int dy1,
      int dx2,
      int dy2,
      int sx1,
      int sy1,
      int sx2,
      int sy2,
      ImageObserver observer) {
    throw noShape();
  }

  @Override
  public final boolean drawImage(
      Image image,
      int dx1,
      int dy1,
      int dx2,
      int dy2,
      int sx1,
      int sy1,
      int sx2,
      int sy2,
      Color background,
      ImageObserver observer) {
    throw noShape();
  }

  @Override
  public final boolean drawImage(Image image, AffineTransform transform, ImageObserver observer) {
    throw noShape();
  }

  @Override
  public final void drawImage(BufferedImage image, BufferedImageOp operation, int x, int y) {
    throw noShape();
  }

  @Override
  public final void drawRenderedImage(RenderedImage image, AffineTransform transform) {
    throw noShape();
  }

  @Override
  public final void drawRenderableImage(RenderableImage image, AffineTransform transform) {
    throw noShape();
  }

  private static UnsupportedOperationException noShape() {
    return new UnsupportedOperationException("Only shapes can be painted here.");
  }
}
