module com.example.physics {
    exports com.example.physics;
}
