"""What speech recognisers write: segments, utterances or words in JSON, wherever each service puts them."""

from retrieval.formats.recognition.recognition import read_recognition

__all__ = ["read_recognition"]
