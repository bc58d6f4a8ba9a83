/** Whole messages are compared: their text literally, their numbers up to last digits, which may differ between machines. */

final NUMBER = ~/-?\d+(\.\d+)?(e[+-]\d+)?/

/** What was reported of each test of a class, by name; the empty text for one that passed. */
def messages(String run, String type) {
    def file = new File(basedir, "target/surefire-reports-$run/TEST-com.example.huber.${type}.xml")
    new groovy.xml.XmlSlurper().parse(file).testcase.collectEntries { [(it.@name.text()): it.failure.@message.text().trim()] }
}

def expected(String name) {
    new File(basedir, "expected/${name}.txt").getText('UTF-8').trim()
}

def compare = { String actual, String expected ->
    assert actual.replaceAll(NUMBER, '#') == expected.replaceAll(NUMBER, '#')
    def numbers = { String text -> text.findAll(NUMBER) }
    [numbers(actual), numbers(expected)].transpose().each { a, b ->
        def tolerance = b.contains('e') ? 0.15 : 1e-5
        assert Math.abs(a.toDouble() - b.toDouble()) <= tolerance * Math.abs(b.toDouble()): "$a where $b is expected in\n$actual"
    }
}

def first = messages('first', 'HuberTest')
assert first.keySet() as List == [
    'gradient(double[], GradientChecker)[1] seed 1, x = [-1.21, 0.422, -0.85] (ordinary)',
    'gradient(double[], GradientChecker)[2] seed 2, x = [9.42, 5.75, 7.16] (large)',
    'gradient(double[], GradientChecker)[3] seed 3, x = [-0.0126, -0.161, 0.0357] (small)',
    'beyondTheThreshold'
]
def second = messages('second', 'HuberTest')
assert second.keySet() as List == [
    'gradient(double[], GradientChecker)[1] seed 2 (failed last time), x = [9.42, 5.75, 7.16] (large)',
    'gradient(double[], GradientChecker)[2] seed 1, x = [-1.21, 0.422, -0.85] (ordinary)',
    'gradient(double[], GradientChecker)[3] seed 3, x = [-0.0126, -0.161, 0.0357] (small)',
    'beyondTheThreshold'
]
def gradient = expected('gradient')
[(first): 1, (second): 0].each { run, wrong ->
    def found = run.values() as List
    (0..2).each { compare(found[it], it == wrong ? gradient.replace('point 2 of 3', "point ${wrong + 1} of 3") : '') }
    compare(found[3], expected('beyondTheThreshold'))
}

def failed = { String run -> messages(run, 'ListedTest').findAll { !it.value.empty } }
assert failed('first').keySet() as List == ['derivative huber derivatives(DerivativeSuite) seed 2, x = 6.29 (large)']
assert failed('second').keySet() as List == ['derivative huber derivatives(DerivativeSuite) seed 2 (failed last time), x = 6.29 (large)']
assert messages('second', 'ListedTest').keySet()[0] == failed('second').keySet()[0]
compare(failed('first').values()[0], expected('listed'))
compare(failed('second').values()[0], expected('listed').replace('seed 2, x', 'seed 2 (failed last time), x'))

def pages = []
new File(basedir, 'target').eachFileRecurse { if (it.name == 'gradcheck.html') pages << it }
assert pages.size() == 4 // of the point that failed and of the listed function that did, twice
pages.each { assert it.getText('UTF-8').contains('<svg') && it.text.toLowerCase().contains('refuted') }
true
