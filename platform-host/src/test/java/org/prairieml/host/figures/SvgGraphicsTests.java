package org.prairieml.host.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.Area;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class SvgGraphicsTests {

  private Element root;
  private SvgGraphics graphics;

  @BeforeEach
  void createDocument() throws Exception {
    Document document =
        DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().newDocument();
    root = document.createElementNS(SvgGraphics.NAMESPACE, "svg");
    document.appendChild(root);
    graphics = new SvgGraphics(root);
  }

  @Test
  void writesShapesWhereTheyLieInThePicture() {
    graphics.translate(100, 10);
    graphics.setColor(new Color(255, 0, 0, 51));
    graphics.fill(new Rectangle(1, 2, 3, 4));

    assertThat(last().getAttribute("d")).isEqualTo("M101 12L104 12L104 16L101 16L101 12Z");
    assertThat(last().getAttribute("fill")).isEqualTo("#ff0000");
    assertThat(last().getAttribute("fill-opacity")).isEqualTo("0.2");
  }

  @Test
  void writesStrokes() {
    graphics.setColor(Color.BLUE);
    graphics.setStroke(
        new BasicStroke(
            1.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_BEVEL, 1, new float[] {2, 1}, 0));
    graphics.draw(new Line2D.Double(0, 0.125, 1 / 3.0, -0.001));

    assertThat(last().getAttribute("d")).isEqualTo("M0 0.13L0.33 0");
    assertThat(last().getAttribute("fill")).isEqualTo("none");
    assertThat(last().getAttribute("stroke")).isEqualTo("#0000ff");
    assertThat(last().hasAttribute("stroke-opacity")).isFalse();
    assertThat(last().getAttribute("stroke-width")).isEqualTo("1.5");
    assertThat(last().getAttribute("stroke-linecap")).isEqualTo("round");
    assertThat(last().getAttribute("stroke-linejoin")).isEqualTo("bevel");
    assertThat(last().getAttribute("stroke-dasharray")).isEqualTo("2 1");
  }

  @Test
  void definesEachClipOnce() {
    graphics.setClip(0, 0, 10, 10);
    graphics.fillRect(1, 1, 50, 2);
    graphics.fillRect(1, 4, 50, 2);
    graphics.setClip(null);
    graphics.fillRect(1, 7, 50, 2);

    assertThat(root.getElementsByTagName("clipPath").getLength()).isEqualTo(1);
    assertThat(((Element) root.getChildNodes().item(1)).getAttribute("clip-path"))
        .isEqualTo("url(#clip0)");
    assertThat(((Element) root.getChildNodes().item(2)).getAttribute("clip-path"))
        .isEqualTo("url(#clip0)");
    assertThat(last().hasAttribute("clip-path")).isFalse();
  }

  @Test
  void keepsHoles() {
    Area frame = new Area(new Rectangle(0, 0, 10, 10));
    frame.subtract(new Area(new Rectangle(4, 4, 2, 2)));
    graphics.fill(frame);

    assertThat(last().getAttribute("d").chars().filter(c -> c == 'Z').count()).isEqualTo(2);
  }

  @Test
  void writesTextAsItsOutline() {
    graphics.drawString("σ", 10, 20);
    assertThat(last().getAttribute("d")).contains("Q");

    int elements = root.getChildNodes().getLength();
    graphics.drawString("", 10, 20);
    assertThat(root.getChildNodes().getLength()).isEqualTo(elements);
  }

  @Test
  void refusesWhatHasNoShape() {
    BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);

    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> graphics.drawImage(image, 0, 0, null));
  }

  private Element last() {
    return (Element) root.getLastChild();
  }
}
