def reports = new File(basedir, 'target/surefire-reports').listFiles({ it.name.endsWith('.xml') } as FileFilter)
assert reports.length == 11
reports.each {
    def suite = new groovy.xml.XmlSlurper().parse(it)
    assert suite.@tests.toInteger() > 0
    assert suite.@errors == '0' && suite.@failures == '0' && suite.@skipped == '0'
    def path = suite.properties.property.find { it.@name == 'surefire.test.class.path' }.@value.text()
    assert path.contains('junit-jupiter-engine-6.1.3.jar')
    assert !path.contains('5.14')
}
true
