1 + 1
// next cell
int n = 3;
for (int i = 0; i < n; i++) {
    System.out.println("line " + i);
}
// next cell
record Point(double x, double y) {}
new Point(1, 2)
// next cell
interface Shape { double area(); }
class Square implements Shape {
    final double side;
    Square(double side) { this.side = side; }
    @Override public double area() { return side * side; }
}
// next cell
double total(List<Shape> shapes) {
    return shapes.stream().mapToDouble(Shape::area).sum();
}
total(List.of(new Square(2), new Square(3)))
// next cell
new double[][] {{1, 0.5}, {0, 1}}
// next cell
display("text");
// next cell
Map<String, Integer> counts = new TreeMap<>();
counts.put("a", 1);
counts
// next cell
int broken = "text";
// next cell
List.of(1).get(5)
// next cell
while (true) {}
