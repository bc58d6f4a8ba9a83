/** The names of the tests of a class, as in the report of Surefire. */
def tests(String type) {
    def suite = new groovy.xml.XmlSlurper().parse(new File(basedir, "target/surefire-reports/TEST-com.example.loss.${type}.xml"))
    assert suite.@errors == '0' && suite.@failures == '0' && suite.@skipped == '0'
    suite.testcase.collect { it.@name.text() }
}

def names = tests('LogisticLossTest')
assert names.size() == 6
assert names.any { it.endsWith('[1] seed 1, w = [-1.21, 0.422, -0.85] (ordinary)') }
assert names.any { it.startsWith('margins at a point') }

assert tests('LayerTest').any { it.contains('[1] seed 1, layer = Layer(weights = [') }
true
