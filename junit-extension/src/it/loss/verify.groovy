/** The names of the tests of a class, as in the report of Surefire. */
static tests(File folder, String type) {
    def suite = new groovy.xml.XmlSlurper().parse(new File(folder, "TEST-com.example.loss.${type}.xml"))
    assert suite.@errors == '0' && suite.@failures == '0' && suite.@skipped == '0'
    suite.testcase.collect { it.@name.text() }
}

['5.14.4', '6.1.3'].each {
    def folder = new File(basedir, "target/surefire-reports-$it")
    assert tests(folder, 'LogisticLossTest').size() == 4
    assert tests(folder, 'ActivationsTest').size() > 6
    assert tests(folder, 'ClassPathTest').size() == 2
}
true
